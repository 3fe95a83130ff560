import { BestfitError } from '../../base/errors/index.ts';
import type { AccountCheck, RecordConnector } from '../../edges/connectors/index.ts';
import type { Workspace } from '../workspace.ts';
import { type KnownConnection, saveKnown } from './find-connection.ts';
import { openSource } from './open-source.ts';
import { refuseUnknownOptions } from './refuse-unknown-options.ts';
import { refuseUnknownSecrets } from './refuse-unknown-secrets.ts';
import type { ConnectionChoices } from './types.ts';

/** What to connect. */
export interface ConnectRequest {
  /** `hubspot` */
  readonly connector: string;
  /** What to call it; its connector's name when null. */
  readonly name: string | null;
  /** Where its API is; the environment is asked, then the vendor's usual address is taken, when null. */
  readonly origin: string | null;
  readonly privateOrigin: boolean;
  /** The vendor's own settings, by name. */
  readonly options: Readonly<Record<string, string>>;
  /** Secrets to keep encrypted, by the name of the need; the environment is looked at for others. */
  readonly secrets: Readonly<Record<string, string>>;
  readonly at: string;
}

/** What came of connecting. */
export interface ConnectResult {
  readonly kind: 'connected';
  readonly name: string;
  readonly connector: string;
  readonly account: AccountCheck;
  /** Where the secrets are; `none`: it needs none. */
  readonly secrets: 'kept' | 'environment' | 'none';
}

/**
 * Connects a source of records: asks it whether the secrets are right and what they may see, and keeps the connection. Nothing
 * is read yet. What is refused leaves no connection.
 */
export async function connectSource(workspace: Workspace, request: ConnectRequest): Promise<ConnectResult> {
  const connector = connectorOf(workspace, request.connector);
  refuseUnknownSecrets(connector, Object.keys(request.secrets));
  refuseUnknownOptions(connector, request.options);
  const name = request.name ?? connector.name;
  if ((await workspace.store.connection(name)) !== null)
    throw new BestfitError('connection.exists', { name });
  const given = Object.entries(request.secrets);
  const keeper = workspace.sources.secretsOf(workspace.store, { connection: name, connector });
  try {
    for (const [secret, value] of given) await keeper.set(secret, value);
    const origin = request.origin ?? (await keeper.get('origin'));
    if (origin === null) refuseMissingOrigin(connector);
    const connection: KnownConnection = {
      name,
      connector,
      choices: firstChoices(connector, { ...request, origin }),
      account: { account: '', currency: null, streams: [], usage: null },
      usage: null,
      createdAt: request.at,
    };
    const opened = openSource(workspace, connection, { onProgress: () => undefined });
    const account = await opened.source.check();
    const streams = namesOf(connector, account).filter(
      (stream) => account.streams.find((each) => each.stream === stream)?.readable !== false,
    );
    const choices = { ...connection.choices, streams };
    await saveKnown(workspace, { ...connection, choices, account, usage: opened.source.usage() });
    return {
      kind: 'connected',
      name,
      connector: connector.name,
      account,
      secrets: given.length > 0 ? 'kept' : connector.needs.length > 0 ? 'environment' : 'none',
    };
  } catch (error) {
    await workspace.store.removeSecrets(name);
    throw error;
  }
}

/** A vendor whose companies have addresses of their own cannot be asked without one. */
function refuseMissingOrigin({ name, label, needs }: RecordConnector): void {
  const need = needs.find((each) => each.name === 'origin' && each.required);
  if (need === undefined) return;
  const { variable } = need;
  throw new BestfitError('connection.origin-missing', { vendor: label, connector: name, variable });
}

function connectorOf({ sources }: Workspace, name: string): RecordConnector {
  const found = sources.connectors.find((each) => each.name === name);
  if (found !== undefined) return found;
  const expected = `one of ${sources.connectors.map((each) => each.name).join(', ')}`;
  throw new BestfitError('usage.bad-option', { option: 'CONNECTOR', value: name, expected });
}

/** Of a day's budget so much is left to others, who share it. */
const usualShare = 0.8;
const usualFullReadDays = 7;

function firstChoices(connector: RecordConnector, request: ConnectRequest): ConnectionChoices {
  const { origin, privateOrigin, options } = request;
  return {
    origin,
    privateOrigin,
    budgetShare: usualShare,
    options,
    streams: connector.streams,
    fields: {},
    outcomes: {},
    write: [],
    schedule: null,
    fullReadDays: usualFullReadDays,
  };
}

/** Streams of a connector; where they are those of an account (the files of a folder), those. */
function namesOf({ streams }: RecordConnector, account: AccountCheck): readonly string[] {
  return streams.length > 0 ? streams : account.streams.map(({ stream }) => stream);
}
