import { catalogueEndpoints } from '@qzt/contract/catalogue';
import { ledgerEndpoints, type RegisterFilter } from '@qzt/contract/ledger';
import type { Register } from '@qzt/domain/ledger';
import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { client } from '../../platform/client.ts';

export const PAGE = 50;

/** A page of a register. The one before stays on the screen until this one is there. */
export const registerQuery = (register: Register, filter: RegisterFilter, cursor: string | null) =>
  queryOptions({
    queryKey: ['register', register, filter, cursor],
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) =>
      client(ledgerEndpoints.readRegister, {
        params: { register },
        query: { ...filter, limit: PAGE, ...(cursor === null ? {} : { cursor }) },
        signal,
      }),
  });

export const tripsQuery = ({ from, to, channel, committee }: RegisterFilter) =>
  queryOptions({
    queryKey: ['register', 'trips', from, to, channel, committee],
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) =>
      client(ledgerEndpoints.readTrips, { query: { from, to, channel, committee }, signal }),
  });

/** Items that fit a few words of their name, for choosing one. */
export const itemSearchQuery = (words: string) =>
  queryOptions({
    queryKey: ['find', 'register', words],
    staleTime: 300_000,
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) =>
      client(catalogueEndpoints.findItems, { query: { q: words.slice(0, 60), limit: 8 }, signal }),
  });
