import { staffEndpoints } from '@qzt/contract/org';
import { queryOptions } from '@tanstack/react-query';
import { client } from './client.ts';

/** The organisations that one may name: the own branch and the offices a case can be referred to. */
export const orgQuery = queryOptions({
  queryKey: ['org'],
  staleTime: 300_000,
  queryFn: ({ signal }) => client(staffEndpoints.listOrg, { signal }),
});

/** The people of an organisation; without one, those of the caller's own reach. */
export const staffQuery = (orgId?: string) =>
  queryOptions({
    queryKey: ['staff', orgId ?? 'mine'],
    queryFn: ({ signal }) => client(staffEndpoints.listStaff, { query: { orgId }, signal }),
  });
