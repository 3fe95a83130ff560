import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Saved } from './fault-work.ts';
import { type ConnectedWorkspace, clockIn, openConnected } from './sync/connected-workspace.ts';
import { openFileClock } from './sync/file-clock.ts';
import { tellStandIn } from './sync/start-stand-in.ts';
import type { Vendor } from './sync/vendors.ts';

/** What a process under fire does with a CRM. */
export const kindsOfSync = ['sync', 'write-back'] as const;

/** One of `kindsOfSync`. */
export type KindOfSync = (typeof kindsOfSync)[number];

/** Where the stand-in of the workspaces of a folder is; it lives on when they are killed. */
export interface CrmPlace {
  readonly vendor: Vendor;
  readonly orders: string;
}

/** Writes down where it is, beside the clock. */
export function saveCrmPlace(folder: string, place: CrmPlace): void {
  writeFileSync(join(folder, 'crm.json'), JSON.stringify(place));
}

const dayMs = 24 * 60 * 60_000;
const share = 0.05;

/** Opens the workspace of a path with the stand-in of its folder. */
export async function openAtCrm(path: string): Promise<{ workspace: ConnectedWorkspace; place: CrmPlace }> {
  const folder = dirname(path);
  const place = JSON.parse(readFileSync(join(folder, 'crm.json'), 'utf8')) as CrmPlace;
  return { place, workspace: await openConnected({ vendor: place.vendor, path, clock: clockIn(folder) }) };
}

/** The day on the clock of a folder, `YYYY-MM-DD`. */
export function dayIn(folder: string): string {
  return new Date(openFileClock(clockIn(folder)).now()).toISOString().slice(0, 10);
}

/**
 * Syncs or writes back over and over. Before each sync people changed records, and every third is a full one; each
 * write-back is of a new day, so that every account is to be written.
 */
export async function syncForever(
  kind: KindOfSync,
  path: string,
  { ready, say }: { readonly ready: () => void; readonly say: (saved: Saved) => void },
): Promise<void> {
  const { workspace, place } = await openAtCrm(path);
  ready();
  for (let turn = 0; ; turn++) {
    if (kind === 'sync') await syncOnce(workspace, { place, folder: dirname(path), turn }, say);
    else await writeOnce(workspace, dirname(path), say);
  }
}

interface Turn {
  readonly place: CrmPlace;
  readonly folder: string;
  readonly turn: number;
}

async function syncOnce(
  workspace: ConnectedWorkspace,
  { place, folder, turn }: Turn,
  say: (saved: Saved) => void,
): Promise<void> {
  const clock = openFileClock(clockIn(folder));
  await tellStandIn(place.orders, { do: 'change', share, seed: Math.floor(clock.now()) % 1_000_003 });
  clock.advance(dayMs / 50);
  const { imported } = await workspace.sync(turn % 3 === 2);
  const [run] = await workspace.store.syncs('crm', 1);
  say({ kind: 'sync', id: run!.id });
  const commit = imported?.commit ?? null;
  if (commit !== null) say({ kind: 'commit', id: commit });
}

async function writeOnce(workspace: ConnectedWorkspace, folder: string, say: (saved: Saved) => void) {
  openFileClock(clockIn(folder)).advance(dayMs);
  await workspace.writeBack(dayIn(folder));
  const [run] = await workspace.store.syncs('crm', 1);
  say({ kind: 'write', id: run!.id });
}
