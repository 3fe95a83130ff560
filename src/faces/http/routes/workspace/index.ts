import type { Route } from '../../types.ts';
import { getChanges } from './get-changes.ts';
import { getWorkspace } from './get-workspace.ts';

/** What the server is and holds. */
export const workspaceRoutes: readonly Route[] = [getWorkspace, getChanges];
