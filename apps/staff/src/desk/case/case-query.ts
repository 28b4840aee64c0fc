import { caseEndpoints } from '@qzt/contract/reception';
import { queryOptions } from '@tanstack/react-query';
import { client } from '../../platform/client.ts';

/** One case; read again when somebody comes back to the window, not by the minute: each reading is logged. */
export const caseQuery = (id: string) =>
  queryOptions({
    queryKey: ['case', id],
    queryFn: ({ signal }) => client(caseEndpoints.readCase, { params: { id }, signal }),
  });
