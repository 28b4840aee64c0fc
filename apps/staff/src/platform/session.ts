import { ProblemError } from '@qzt/contract';
import { type SessionView, sessionEndpoints, setupEndpoints } from '@qzt/contract/org';
import type { Permission } from '@qzt/domain/org';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { client } from './client.ts';
import { sessionEnded } from './trouble.ts';

/** Who is signed in; null when nobody is. */
export const sessionQuery = queryOptions({
  queryKey: ['session'],
  staleTime: 300_000,
  queryFn: async ({ signal }): Promise<SessionView | null> => {
    try {
      return await client(sessionEndpoints.whoAmI, { signal });
    } catch (error) {
      if (sessionEnded(error)) return null;
      throw error;
    }
  },
});

/** Empty installation, demonstration, how far it is filled. */
export const setupQuery = queryOptions({
  queryKey: ['setup'],
  queryFn: ({ signal }) => client(setupEndpoints.setupState, { signal }),
  refetchInterval: (query) => (query.state.data?.filling ? 5_000 : false),
  retry: (count, error) =>
    count < 30 && error instanceof ProblemError && error.problem.code === 'not-ready',
});

/** The session behind a guarded route. Throws where the guard was forgotten. */
export const useSession = (): SessionView => {
  const { data } = useQuery(sessionQuery);
  if (!data) throw new Error('no session behind a guarded route');
  return data;
};

/** Whether the server's list of permissions holds this one: what is not permitted is not offered. */
export const may = (session: SessionView, permission: Permission): boolean =>
  session.permissions.includes(permission);

/** Where somebody's work is: at the desk for those who see cases, else in the administration. */
export const homeOf = (session: SessionView): '/desk' | '/admin' =>
  may(session, 'case.read') ? '/desk' : '/admin';
