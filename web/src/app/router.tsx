import { createRootRoute, createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router';
import { accountsSearch } from '../features/accounts/search.ts';
import { connectionsSearch } from '../features/connections/search.ts';
import { customersSearch } from '../features/customers/search.ts';
import { dataSearch } from '../features/data/search.ts';
import { patternsSearch } from '../features/patterns/search.ts';
import { profileSearch } from '../features/profile/search.ts';
import { Loading, PageError } from '../shared/ui/index.ts';
import { NotFound } from './not-found.tsx';
import { Shell } from './shell.tsx';

const root = createRootRoute({ component: Shell, notFoundComponent: NotFound, errorComponent: PageError });

const start = createRoute({
  getParentRoute: () => root,
  path: '/',
  component: lazyRouteComponent(() => import('../features/start/index.ts'), 'StartPage'),
});

const data = createRoute({
  getParentRoute: () => root,
  path: '/data',
  validateSearch: dataSearch,
  component: lazyRouteComponent(() => import('../features/data/index.ts'), 'DataPage'),
});

const connections = createRoute({
  getParentRoute: () => root,
  path: '/connections',
  validateSearch: connectionsSearch,
  component: lazyRouteComponent(() => import('../features/connections/index.ts'), 'ConnectionsPage'),
});

const customers = createRoute({
  getParentRoute: () => root,
  path: '/customers',
  validateSearch: customersSearch,
  component: lazyRouteComponent(() => import('../features/customers/index.ts'), 'CustomersPage'),
});

const patterns = createRoute({
  getParentRoute: () => root,
  path: '/patterns',
  validateSearch: patternsSearch,
  component: lazyRouteComponent(() => import('../features/patterns/index.ts'), 'PatternsPage'),
});

const profile = createRoute({
  getParentRoute: () => root,
  path: '/profile',
  validateSearch: profileSearch,
  component: lazyRouteComponent(() => import('../features/profile/index.ts'), 'ProfilePage'),
});

const accounts = createRoute({
  getParentRoute: () => root,
  path: '/accounts',
  validateSearch: accountsSearch,
  component: lazyRouteComponent(() => import('../features/accounts/index.ts'), 'AccountsPage'),
});

const scorecard = createRoute({
  getParentRoute: () => root,
  path: '/scorecard',
  component: lazyRouteComponent(() => import('../features/scorecard/index.ts'), 'ScorecardPage'),
});

const routeTree = root.addChildren([
  start,
  data,
  connections,
  customers,
  patterns,
  profile,
  scorecard,
  accounts,
]);

/** Every address of the app; what a page shows stands in its address, so that it can be sent to a colleague. */
export const router = createRouter({
  routeTree,
  defaultPreload: 'intent',
  defaultPendingComponent: Loading,
  defaultErrorComponent: PageError,
  scrollRestoration: true,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
