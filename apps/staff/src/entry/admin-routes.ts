import { type AnyRoute, createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { readCatalogueSearch } from '../admin/catalogue/filter.ts';

/** The pages of the administration, each loaded when it is opened. */
export const adminPages = <Parent extends AnyRoute>(parent: Parent) => {
  const getParentRoute = () => parent;
  return [
    createRoute({
      getParentRoute,
      path: '/',
      component: lazyRouteComponent(() => import('../admin/admin-start.tsx'), 'AdminStart'),
    }),
    createRoute({
      getParentRoute,
      path: 'presence',
      component: lazyRouteComponent(
        () => import('../admin/promise/presence-page.tsx'),
        'PresencePage',
      ),
    }),
    createRoute({
      getParentRoute,
      path: 'staff',
      component: lazyRouteComponent(() => import('../admin/org/staff-page.tsx'), 'StaffPage'),
    }),
    createRoute({
      getParentRoute,
      path: 'org',
      component: lazyRouteComponent(() => import('../admin/org/org-page.tsx'), 'OrgPage'),
    }),
    createRoute({
      getParentRoute,
      path: 'calendar',
      component: lazyRouteComponent(
        () => import('../admin/promise/calendar-page.tsx'),
        'CalendarPage',
      ),
    }),
    createRoute({
      getParentRoute,
      path: 'hours',
      component: lazyRouteComponent(() => import('../admin/promise/hours-page.tsx'), 'HoursPage'),
    }),
    createRoute({
      getParentRoute,
      path: 'catalogue',
      validateSearch: readCatalogueSearch,
      component: lazyRouteComponent(
        () => import('../admin/catalogue/catalogue-page.tsx'),
        'CataloguePage',
      ),
    }),
    createRoute({
      getParentRoute,
      path: 'catalogue/file',
      component: lazyRouteComponent(
        () => import('../admin/catalogue/exchange-page.tsx'),
        'ExchangePage',
      ),
    }),
    createRoute({
      getParentRoute,
      path: 'catalogue/$code',
      component: lazyRouteComponent(() => import('../admin/catalogue/item-page.tsx'), 'ItemPage'),
    }),
    createRoute({
      getParentRoute,
      path: 'certificates',
      component: lazyRouteComponent(
        () => import('../admin/certificate/certificates-page.tsx'),
        'CertificatesPage',
      ),
    }),
    createRoute({
      getParentRoute,
      path: 'feedback',
      component: lazyRouteComponent(() => import('../feedback/feedback-page.tsx'), 'FeedbackPage'),
    }),
    createRoute({
      getParentRoute,
      path: 'account',
      component: lazyRouteComponent(() => import('../admin/org/account-page.tsx'), 'AccountPage'),
    }),
  ] as const;
};
