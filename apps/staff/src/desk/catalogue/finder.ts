import { catalogueEndpoints, type ItemHit } from '@qzt/contract/catalogue';
import { keepPreviousData, queryOptions, useQuery } from '@tanstack/react-query';
import { client } from '../../platform/client.ts';

const SHOWN = 3;
const LONGEST = 400;

export interface FoundItems {
  readonly words: string;
  readonly items: readonly ItemHit[];
  readonly confident: boolean;
}

/** The part of the words that is looked for. */
export const findable = (text: string): string => [...text.trim()].slice(0, LONGEST).join('');

/** The three items that fit the words best. */
export const findQuery = (words: string) =>
  queryOptions({
    queryKey: ['find', words],
    staleTime: 300_000,
    gcTime: 60_000,
    queryFn: async ({ signal }): Promise<FoundItems> => {
      const answer = await client(catalogueEndpoints.findItems, {
        query: { q: words, limit: SHOWN },
        signal,
      });
      return { words, ...answer };
    },
  });

/** The items while the words are typed. Those before stay until newer ones are there. */
export const useFinder = (words: string) =>
  useQuery({ ...findQuery(words), enabled: words !== '', placeholderData: keepPreviousData });

export const itemQuery = (code: string) =>
  queryOptions({
    queryKey: ['item', code],
    staleTime: 600_000,
    queryFn: ({ signal }) => client(catalogueEndpoints.readItem, { params: { code }, signal }),
  });
