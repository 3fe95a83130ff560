import { join } from 'node:path';
import { openWorkspace } from '../../src/app/compose.ts';
import { connectSource, syncConnection, writeBack } from '../../src/app/sync/index.ts';
import type { WorkEvent } from '../../src/app/work-event.ts';
import type { Workspace } from '../../src/app/workspace.ts';
import { recordConnectors } from '../../src/edges/connectors/index.ts';
import { openFileClock } from './file-clock.ts';
import { type Vendor, vendorSettings } from './vendors.ts';

/** A workspace whose connection goes to a stand-in, on the stand-in's clock. */
export interface ConnectedPlace {
  readonly vendor: Vendor;
  readonly path: string;
  /** File of the clock. */
  readonly clock: string;
  /** Whether it is connected as an app, whose tokens end. */
  readonly asApp?: boolean;
}

/** Name of the connection in all benches. */
const connection = 'crm';

/** What can be done with it. */
export interface ConnectedWorkspace extends Workspace {
  readonly connect: (origin: string) => Promise<void>;
  readonly sync: (full?: boolean) => ReturnType<typeof syncConnection>;
  readonly writeBack: (asOf: string, dryRun?: boolean) => ReturnType<typeof writeBack>;
  readonly close: () => Promise<void>;
}

/** Opens it, made when it is not there. */
export async function openConnected(
  { vendor, path, clock: file, asApp = false }: ConnectedPlace,
  onProgress: (event: WorkEvent) => void = () => undefined,
): Promise<ConnectedWorkspace> {
  const clock = openFileClock(file);
  const { secrets, appSecrets, options } = vendorSettings[vendor];
  const kept = new Map(Object.entries(asApp ? appSecrets : secrets));
  const opened = await openWorkspace(path, { create: true });
  const keeper = {
    get: async (name: string) => kept.get(name) ?? null,
    set: async (name: string, value: string) => void kept.set(name, value),
  };
  const sources = { ...opened.sources, now: clock.now, sleep: clock.sleep, secretsOf: () => keeper };
  const workspace: Workspace = { ...opened, sources };
  const at = (): string => new Date(clock.now()).toISOString();
  const asked = { connection, onProgress };
  return {
    ...workspace,
    connect: async (origin) => {
      const connector = recordConnectors.find(({ name }) => name === vendor)!.name;
      const request = { connector, name: connection, origin, privateOrigin: true, options, secrets: {} };
      await connectSource(workspace, { ...request, at: at() });
    },
    sync: (full = false) => syncConnection(workspace, { ...asked, full, maps: [], at: at() }),
    writeBack: (asOf, dryRun = false) => writeBack(workspace, { ...asked, asOf, dryRun, at: at() }),
    close: async () => {
      await workspace.engine.close();
      await workspace.store.close();
    },
  };
}

/** The clock of workspaces in a folder. */
export function clockIn(folder: string): string {
  return join(folder, 'clock');
}
