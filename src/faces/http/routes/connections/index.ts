import type { Route } from '../../types.ts';
import { deleteConnection } from './delete-connection.ts';
import { getConnection } from './get-connection.ts';
import { getConnections } from './get-connections.ts';
import { getConnectors } from './get-connectors.ts';
import { getRuns } from './get-runs.ts';
import { patchConnection } from './patch-connection.ts';
import { postConnection } from './post-connection.ts';
import { putSecrets } from './put-secrets.ts';

/** CRMs that are connected; reading and writing back are jobs. */
export const connectionRoutes: readonly Route[] = [
  getConnectors,
  getConnections,
  postConnection,
  getConnection,
  patchConnection,
  putSecrets,
  deleteConnection,
  getRuns,
];
