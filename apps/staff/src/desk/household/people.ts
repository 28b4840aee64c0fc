import { householdEndpoints } from '@qzt/contract/household';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { client } from '../../platform/client.ts';

/** Why the desk looks at people; it stands in the log. */
export const AT_THE_DESK = '接待';

const SHOWN = 5;
const ALL = 30;

/** Residents by name, pinyin, telephone or door. `all`: the worker asked for more than fit under the input. */
export const usePeople = (q: string | null, all: boolean) => {
  const limit = all ? ALL : SHOWN;
  return useQuery({
    queryKey: ['people', q, limit],
    enabled: q !== null,
    // Each search is logged as looking at people: coming back to the window is none.
    staleTime: 5_000,
    refetchOnWindowFocus: false,
    gcTime: 60_000,
    queryFn: ({ signal }) =>
      client(householdEndpoints.searchResidents, {
        body: { q: q ?? '', purpose: AT_THE_DESK, limit },
        signal,
      }),
  });
};

/** The file of the resident at the desk. Each reading is logged, so it is not repeated by itself. */
export const residentQuery = (id: string) =>
  queryOptions({
    queryKey: ['resident', id],
    staleTime: 300_000,
    queryFn: ({ signal }) =>
      client(householdEndpoints.openResident, { body: { id, purpose: AT_THE_DESK }, signal }),
  });
