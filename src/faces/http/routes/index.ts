import type { Route } from '../types.ts';
import { accountRoutes } from './accounts/index.ts';
import { connectionRoutes } from './connections/index.ts';
import { customerRoutes } from './customers/index.ts';
import { dataRoutes } from './data/index.ts';
import { jobRoutes } from './jobs/index.ts';
import { patternRoutes } from './patterns/index.ts';
import { profileRoutes } from './profile/index.ts';
import { scorecardRoutes } from './scorecard/index.ts';
import { workspaceRoutes } from './workspace/index.ts';

/** Every route of the API, in the order in which its page lists them. */
export const routes: readonly Route[] = [
  ...workspaceRoutes,
  ...dataRoutes,
  ...connectionRoutes,
  ...customerRoutes,
  ...patternRoutes,
  ...profileRoutes,
  ...scorecardRoutes,
  ...accountRoutes,
  ...jobRoutes,
];
