import type { QueryClient } from '@tanstack/react-query';
import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  lazyRouteComponent,
  redirect,
} from '@tanstack/react-router';
import { readSearch } from '../desk/ledger/register-search.ts';
import { sessionQuery } from '../platform/session.ts';
import { adminPages } from './admin-routes.ts';
import { deskPages } from './desk-routes.ts';
import { LostPage, TroublePage, WaitingPage } from './fallbacks.tsx';
import { safeBack } from './safe-back.ts';

const root = createRootRouteWithContext<{ queries: QueryClient }>()({
  notFoundComponent: LostPage,
  errorComponent: TroublePage,
});

const start = createRoute({
  getParentRoute: () => root,
  path: '/',
  beforeLoad: () => {
    throw redirect({ to: '/desk', search: {} });
  },
});

const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  validateSearch: (search: Record<string, unknown>): { back?: string } => {
    const back = safeBack(search.back);
    return back === null ? {} : { back };
  },
  component: lazyRouteComponent(() => import('../sign-in/sign-in-page.tsx'), 'SignInPage'),
});

const setup = createRoute({
  getParentRoute: () => root,
  path: '/setup',
  component: lazyRouteComponent(() => import('../setup/setup-page.tsx'), 'SetupPage'),
});

const about = createRoute({
  getParentRoute: () => root,
  path: '/about',
  component: lazyRouteComponent(() => import('../about/about-page.tsx'), 'AboutPage'),
});

const guarded = createRoute({
  getParentRoute: () => root,
  id: 'guarded',
  beforeLoad: async ({ context, location }) => {
    const session = await context.queries.ensureQueryData(sessionQuery);
    if (session === null) throw redirect({ to: '/sign-in', search: { back: location.pathname } });
  },
  component: lazyRouteComponent(() => import('../practice/practice-frame.tsx'), 'PracticeFrame'),
});

const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i;

const desk = createRoute({
  getParentRoute: () => guarded,
  path: '/desk',
  validateSearch: (search: Record<string, unknown>): { case?: string } =>
    typeof search.case === 'string' && UUID.test(search.case) ? { case: search.case } : {},
  component: lazyRouteComponent(() => import('../desk/desk-page.tsx'), 'DeskPage'),
});

const registers = createRoute({
  getParentRoute: () => guarded,
  path: '/desk/registers',
  validateSearch: readSearch,
  component: lazyRouteComponent(() => import('../desk/ledger/registers-page.tsx'), 'RegistersPage'),
});

const admin = createRoute({
  getParentRoute: () => guarded,
  path: '/admin',
  component: lazyRouteComponent(() => import('../admin/admin-page.tsx'), 'AdminPage'),
});

const tree = root.addChildren([
  start,
  signIn,
  setup,
  about,
  guarded.addChildren([
    desk,
    registers,
    ...deskPages(guarded),
    admin.addChildren(adminPages(admin)),
  ]),
]);

/** The staff app's addresses. Desk and administration are loaded only when somebody goes there. */
export const makeRouter = (queries: QueryClient) =>
  createRouter({
    routeTree: tree,
    context: { queries },
    defaultPreload: false,
    defaultPendingComponent: WaitingPage,
    defaultErrorComponent: TroublePage,
  });

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof makeRouter>;
  }
}
