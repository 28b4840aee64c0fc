import { paintColours, StaffTheme } from '@qzt/ui';
import '@qzt/ui/ui.css';
import { MutationCache, QueryCache, QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { sessionQuery } from '../platform/session.ts';
import { announceEnded, onSessionEnd } from '../platform/session-end.ts';
import { sessionEnded } from '../platform/trouble.ts';
import { learnWorld, onSwitch } from '../platform/world.ts';
import { makeRouter } from './router.tsx';

const onError = (error: unknown): void => {
  if (sessionEnded(error)) announceEnded();
};

const queries = new QueryClient({
  queryCache: new QueryCache({ onError }),
  mutationCache: new MutationCache({ onError }),
  defaultOptions: { queries: { retry: false, staleTime: 15_000 } },
});

const router = makeRouter(queries);

// What is on the screen belongs to one world, practice or not: when the session changed over, it is loaded anew.
queries.getQueryCache().subscribe(() => {
  const session = queries.getQueryData(sessionQuery.queryKey);
  if (learnWorld(session?.practice ?? null)) location.reload();
});
onSwitch(() => location.reload());

onSessionEnd(() => {
  queries.removeQueries({ queryKey: ['session'] });
  const { pathname } = router.state.location;
  if (pathname !== '/sign-in') void router.navigate({ to: '/sign-in', search: { back: pathname } });
});

paintColours(document.documentElement.style);
const root = document.getElementById('root');
if (root)
  createRoot(root).render(
    <StrictMode>
      <StaffTheme>
        <QueryClientProvider client={queries}>
          <RouterProvider router={router} />
        </QueryClientProvider>
      </StaffTheme>
    </StrictMode>,
  );
