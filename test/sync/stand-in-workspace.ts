import type { StandInClock } from '../../samples/crm/shared/index.ts';
import { connectSource, syncConnection } from '../../src/app/sync/index.ts';
import type { RecordConnector } from '../../src/edges/connectors/index.ts';
import { type TestWorkspace, testWorkspace } from '../test-workspace.ts';

/** What a workspace that is connected to a stand-in is made of. */
export interface StandInSetting {
  readonly connector: RecordConnector;
  readonly clock: StandInClock;
  readonly origin: string;
  /** By the name of the need. */
  readonly secrets: Readonly<Record<string, string>>;
}

/** A workspace with one connection, `crm`, to a stand-in; waits pass on the stand-in's clock. */
export interface StandInWorkspace extends TestWorkspace {
  readonly sync: (full?: boolean) => ReturnType<typeof syncConnection>;
}

/** Opens it and connects. */
export async function standInWorkspace(setting: StandInSetting): Promise<StandInWorkspace> {
  const { connector, clock, origin, secrets } = setting;
  const kept = new Map(Object.entries(secrets));
  const workspace = await testWorkspace({
    connectors: [connector],
    now: clock.now,
    sleep: clock.sleep,
    random: () => 0.5,
    signal: null,
    secretsOf: () => ({
      get: async (name) => kept.get(name) ?? null,
      set: async (name, value) => {
        kept.set(name, value);
      },
    }),
  });
  const at = () => new Date(clock.now()).toISOString();
  await connectSource(workspace, {
    connector: connector.name,
    name: 'crm',
    origin,
    privateOrigin: true,
    options: {},
    secrets: {},
    at: at(),
  });
  return {
    ...workspace,
    sync: (full = false) =>
      syncConnection(workspace, {
        connection: 'crm',
        full,
        maps: [],
        at: at(),
        onProgress: () => undefined,
      }),
  };
}
