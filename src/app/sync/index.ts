export { type ChangeConnection, changeConnection } from './change-connection.ts';
export { type ConnectRequest, type ConnectResult, connectSource } from './connect-source.ts';
export { type DisconnectResult, disconnectSource } from './disconnect-source.ts';
export { findConnection, type KnownConnection, listKnown } from './find-connection.ts';
export { type ConnectorFacts, listConnectors } from './list-connectors.ts';
export { listRuns } from './list-runs.ts';
export { nextSync } from './next-sync.ts';
export { type RenewSecrets, renewSecrets } from './renew-secrets.ts';
export {
  type ConnectionSummary,
  type ShownConnection,
  type ShownField,
  type ShownRun,
  type ShownStage,
  showConnection,
  summarize,
} from './show-connection.ts';
export { syncConnection } from './sync-connection.ts';
export type * from './types.ts';
export { writeBack } from './write-back.ts';
export { type WritableName, writableFields } from './write-fields.ts';
