import { dangerEndpoints } from '@qzt/contract/danger';
import { queryOptions } from '@tanstack/react-query';
import { client } from '../../platform/client.ts';

/** All cards of danger, fetched when the desk opens and kept: they must stand there when nothing else answers. */
export const dangersQuery = queryOptions({
  queryKey: ['dangers'],
  staleTime: Number.POSITIVE_INFINITY,
  gcTime: Number.POSITIVE_INFINITY,
  queryFn: ({ signal }) => client(dangerEndpoints.listDangers, { signal }),
});
