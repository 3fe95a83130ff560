import { BestfitError } from '../../base/errors/index.ts';
import type { AccountCheck, RecordConnector, Usage } from '../../edges/connectors/index.ts';
import type { Workspace } from '../workspace.ts';
import type { ConnectionChoices } from './types.ts';

/** A connection with what is known of it. */
export interface KnownConnection {
  readonly name: string;
  readonly connector: RecordConnector;
  readonly choices: ConnectionChoices;
  readonly account: AccountCheck;
  readonly usage: Usage | null;
  readonly createdAt: string;
}

/** The connection of a name, or the only one there is; `connection.unknown` when there is none, or several. */
export async function findConnection(workspace: Workspace, name: string | null): Promise<KnownConnection> {
  const all = await listKnown(workspace);
  const found =
    name === null ? (all.length === 1 ? all[0] : undefined) : all.find((each) => each.name === name);
  if (found !== undefined) return found;
  throw new BestfitError('connection.unknown', { name: name ?? '', known: all.map((each) => each.name) });
}

/** All connections, by name. */
export async function listKnown({ store, sources }: Workspace): Promise<readonly KnownConnection[]> {
  const kept = await store.connections();
  return kept.flatMap((each) => {
    const connector = sources.connectors.find(({ name }) => name === each.connector);
    if (connector === undefined) return [];
    return [
      {
        name: each.name,
        connector,
        choices: each.settings as ConnectionChoices,
        account: each.account as AccountCheck,
        usage: each.usage as Usage | null,
        createdAt: each.createdAt,
      },
    ];
  });
}

/** Keeps what changed of a connection. */
export function saveKnown({ store }: Workspace, connection: KnownConnection): Promise<void> {
  const { name, connector, choices, account, usage, createdAt } = connection;
  return store.saveConnection({
    name,
    connector: connector.name,
    settings: choices,
    account,
    usage,
    createdAt,
  });
}
