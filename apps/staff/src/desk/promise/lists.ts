import { lendingEndpoints } from '@qzt/contract/lending';
import { caseEndpoints } from '@qzt/contract/reception';
import { worklistEndpoints } from '@qzt/contract/worklist';
import type { WorklistName } from '@qzt/domain/worklist';
import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { client } from '../../platform/client.ts';

/** Everything on the left refreshes by itself once a minute, and at once after a write. */
const EVERY_MINUTE = 60_000;

/** One list of work, as many lines of it as are looked at; its figures are those of the whole list. */
export const worklistQuery = (name: WorklistName, limit: number) =>
  queryOptions({
    queryKey: ['lists', name, limit],
    refetchInterval: EVERY_MINUTE,
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) =>
      client(worklistEndpoints.readWorklist, { params: { name }, query: { limit }, signal }),
  });

export const todayQuery = (limit: number) =>
  queryOptions({
    queryKey: ['lists', 'today', limit],
    refetchInterval: EVERY_MINUTE,
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) => client(worklistEndpoints.readToday, { query: { limit }, signal }),
  });

/** What is lent and not back, first due first. */
export const loansQuery = (limit: number) =>
  queryOptions({
    queryKey: ['lists', 'loans', limit],
    refetchInterval: EVERY_MINUTE,
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) => client(lendingEndpoints.listLoans, { query: { limit }, signal }),
  });

export const openCasesQuery = queryOptions({
  queryKey: ['lists', 'open'],
  queryFn: ({ signal }) =>
    client(caseEndpoints.listCases, { query: { status: 'open', limit: 100 }, signal }),
});
