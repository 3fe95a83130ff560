import type { ConnectionNeed, ConnectionOption, RecordConnector } from '../../edges/connectors/index.ts';
import type { Workspace } from '../workspace.ts';

/** A kind of source that can be connected: what it is, what it can do, and what it needs. */
export interface ConnectorFacts
  extends Pick<RecordConnector, 'name' | 'label' | 'streams' | 'capabilities' | 'limits'> {
  readonly options: readonly ConnectionOption[];
  readonly needs: readonly (ConnectionNeed & {
    /** Whether the environment gives it already; its value is never told. */
    readonly given: boolean;
  })[];
}

/** Every kind of source that can be connected. */
export async function listConnectors(workspace: Workspace): Promise<readonly ConnectorFacts[]> {
  const all = workspace.sources.connectors.map(async (connector) => {
    const { name, label, streams, capabilities, limits, options = [] } = connector;
    const needs = await needsOf(workspace, connector);
    return { name, label, streams, capabilities, limits, options, needs };
  });
  return Promise.all(all);
}

/** A connection without a name keeps nothing, so that only the environment answers. */
async function needsOf(
  { sources, store }: Workspace,
  connector: RecordConnector,
): Promise<ConnectorFacts['needs']> {
  const keeper = sources.secretsOf(store, { connection: '', connector });
  return Promise.all(
    connector.needs.map(async (need) => ({ ...need, given: (await keeper.get(need.name)) !== null })),
  );
}
