import { maintainEndpoints } from '@qzt/contract/catalogue';
import { queryOptions } from '@tanstack/react-query';
import { client } from '../../platform/client.ts';

/** Every item, in its newest version. */
export const catalogueQuery = queryOptions({
  queryKey: ['catalogue'],
  queryFn: ({ signal }) => client(maintainEndpoints.listCatalogue, { signal }),
});

/** One item with all its versions. */
export const maintainedQuery = (code: string) =>
  queryOptions({
    queryKey: ['catalogue', code],
    queryFn: ({ signal }) => client(maintainEndpoints.readMaintained, { params: { code }, signal }),
  });
