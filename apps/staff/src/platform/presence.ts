import { promiseEndpoints } from '@qzt/contract/promise';
import { queryOptions } from '@tanstack/react-query';
import { client } from './client.ts';

/** Who is on duty and who is away on a day, in the caller's committee. */
export const presenceQuery = (date: string) =>
  queryOptions({
    queryKey: ['presence', date],
    refetchInterval: 60_000,
    queryFn: ({ signal }) => client(promiseEndpoints.readPresence, { params: { date }, signal }),
  });
