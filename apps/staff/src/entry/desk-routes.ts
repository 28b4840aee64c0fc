import { type AnyRoute, createRoute, lazyRouteComponent } from '@tanstack/react-router';

const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i;

/** An id in an address; anything else is as if it were not there. */
const idIn = (search: Record<string, unknown>, name: string): string | undefined => {
  const found = search[name];
  return typeof found === 'string' && UUID.test(found) ? found : undefined;
};

/** The pages beside the desk: what is lent, whom to call, the end of a shift, what is printed for a night without net. */
export const deskPages = <Parent extends AnyRoute>(parent: Parent) => {
  const getParentRoute = () => parent;
  return [
    createRoute({
      getParentRoute,
      path: '/desk/lending',
      validateSearch: (search: Record<string, unknown>): { loan?: string } => {
        const loan = idIn(search, 'loan');
        return loan === undefined ? {} : { loan };
      },
      component: lazyRouteComponent(
        () => import('../desk/lending/lending-page.tsx'),
        'LendingPage',
      ),
    }),
    createRoute({
      getParentRoute,
      path: '/desk/phonebook',
      validateSearch: (search: Record<string, unknown>): { case?: string } => {
        const caseId = idIn(search, 'case');
        return caseId === undefined ? {} : { case: caseId };
      },
      component: lazyRouteComponent(
        () => import('../desk/phonebook/phonebook-page.tsx'),
        'PhonebookPage',
      ),
    }),
    createRoute({
      getParentRoute,
      path: '/desk/hand-over',
      component: lazyRouteComponent(
        () => import('../desk/hand-over/hand-over-page.tsx'),
        'HandOverPage',
      ),
    }),
    createRoute({
      getParentRoute,
      path: '/desk/kit',
      component: lazyRouteComponent(() => import('../desk/offline-kit/kit-page.tsx'), 'KitPage'),
    }),
  ] as const;
};
