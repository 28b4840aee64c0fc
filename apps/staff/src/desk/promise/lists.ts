import { promiseEndpoints } from '@qzt/contract/promise';
import {
  type CaseLine,
  caseEndpoints,
  type EncounterView,
  encounterEndpoints,
} from '@qzt/contract/reception';
import { localMoment } from '@qzt/ui';
import { queryOptions } from '@tanstack/react-query';
import { client } from '../../platform/client.ts';

/** Everything on the left refreshes by itself once a minute, and at once after a write. */
const EVERY_MINUTE = 60_000;

export const promisesQuery = queryOptions({
  queryKey: ['lists', 'promises'],
  refetchInterval: EVERY_MINUTE,
  queryFn: ({ signal }) => client(promiseEndpoints.listPromises, { query: { limit: 50 }, signal }),
});

export const handedQuery = queryOptions({
  queryKey: ['lists', 'handled'],
  refetchInterval: EVERY_MINUTE,
  queryFn: ({ signal }) =>
    client(caseEndpoints.listCases, {
      query: { handler: 'me', status: 'open', limit: 50 },
      signal,
    }),
});

/** What stands still until the resident brings papers: it is in no other list of work. */
export const waitingQuery = queryOptions({
  queryKey: ['lists', 'waiting'],
  refetchInterval: EVERY_MINUTE,
  queryFn: ({ signal }) =>
    client(caseEndpoints.listCases, {
      query: { firstAsked: 'me', status: 'waiting-resident', limit: 50 },
      signal,
    }),
});

export const answeredQuery = queryOptions({
  queryKey: ['lists', 'answered'],
  refetchInterval: EVERY_MINUTE,
  queryFn: ({ signal }) =>
    client(caseEndpoints.listCases, {
      query: { firstAsked: 'me', status: 'answered', limit: 50 },
      signal,
    }),
});

export const openCasesQuery = queryOptions({
  queryKey: ['lists', 'open'],
  queryFn: ({ signal }) =>
    client(caseEndpoints.listCases, { query: { status: 'open', limit: 100 }, signal }),
});

/** One thing that somebody came for today, with the case that came of it. */
export interface Contact {
  readonly startedAt: string;
  readonly need: EncounterView['needs'][number];
  readonly made: CaseLine | null;
}

export const todayQuery = queryOptions({
  queryKey: ['lists', 'today'],
  refetchInterval: EVERY_MINUTE,
  queryFn: async ({ signal }): Promise<Contact[]> => {
    const [contacts, cases] = await Promise.all([
      client(encounterEndpoints.listEncounters, { query: { limit: 50 }, signal }),
      client(caseEndpoints.listCases, { query: { limit: 100 }, signal }),
    ]);
    const today = localMoment(new Date()).date;
    const byId = new Map(cases.items.map((line) => [line.id, line]));
    return contacts.items
      .filter((contact) => localMoment(contact.startedAt).date === today)
      .flatMap(({ startedAt, needs }) =>
        needs.map((need) => ({ startedAt, need, made: byId.get(need.caseId ?? '') ?? null })),
      );
  },
});
