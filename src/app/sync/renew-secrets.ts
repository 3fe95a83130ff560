import type { AccountCheck } from '../../edges/connectors/index.ts';
import type { Workspace } from '../workspace.ts';
import { findConnection, type KnownConnection, saveKnown } from './find-connection.ts';
import { openSource } from './open-source.ts';
import { refuseUnknownSecrets } from './refuse-unknown-secrets.ts';

/** A token that was made of the secrets: it belongs to those before. */
const madeOfThem = 'access-token';

/** New secrets for a connection. */
export interface RenewSecrets {
  readonly connection: string;
  /** By the name of the need; they take the place of all that were kept. */
  readonly secrets: Readonly<Record<string, string>>;
}

/** Gives a connection new secrets when the source accepts them; when it does not, the old ones stay. */
export async function renewSecrets(
  workspace: Workspace,
  { connection: name, secrets }: RenewSecrets,
): Promise<AccountCheck> {
  const connection = await findConnection(workspace, name);
  refuseUnknownSecrets(connection.connector, Object.keys(secrets));
  const before = await sealedBefore(workspace, connection);
  const { sources, store } = workspace;
  await store.removeSecrets(connection.name);
  try {
    const keeper = sources.secretsOf(store, {
      connection: connection.name,
      connector: connection.connector,
    });
    for (const [secret, value] of Object.entries(secrets)) await keeper.set(secret, value);
    const opened = openSource(workspace, connection, { onProgress: () => undefined });
    const account = await opened.source.check();
    await saveKnown(workspace, { ...connection, account, usage: opened.source.usage() });
    return account;
  } catch (error) {
    await store.removeSecrets(connection.name);
    for (const [secret, sealed] of before) await store.setSecret(connection.name, secret, sealed);
    throw error;
  }
}

async function sealedBefore({ store }: Workspace, { name, connector }: KnownConnection) {
  const names = [...connector.needs.map((need) => need.name), madeOfThem];
  const sealed = await Promise.all(
    names.map(async (secret) => [secret, await store.secret(name, secret)] as const),
  );
  return sealed.flatMap(([secret, text]) => (text === null ? [] : [[secret, text] as const]));
}
