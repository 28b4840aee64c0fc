import { phonebookEndpoints } from '@qzt/contract/phonebook';
import { queryOptions } from '@tanstack/react-query';
import { client } from '../../platform/client.ts';

/** The committee's telephone book; reading it is logged, so it is kept for some minutes. */
export const phonebookQuery = queryOptions({
  queryKey: ['phonebook'],
  staleTime: 300_000,
  queryFn: ({ signal }) => client(phonebookEndpoints.listPhones, { signal }),
});
