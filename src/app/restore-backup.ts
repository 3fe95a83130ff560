import { resolve } from 'node:path';
import { readBackup } from '../edges/backup/index.ts';
import { restoreInto, withWorkspace } from './compose.ts';

/** What a restore put back. */
export interface RestoreResult {
  readonly kind: 'restore';
  readonly workspace: string;
  /** When the backup was made. */
  readonly madeAt: string;
  readonly snapshot: string | null;
  readonly files: number;
  readonly bytes: number;
}

/** From where, and whether data may be replaced. */
export interface RestoreRequest {
  readonly from: string;
  readonly force: boolean;
  /** The moment of the restore, ISO 8601. */
  readonly at: string;
}

/**
 * Puts a backup back: every part is compared with its hash on the way, and the folder becomes the workspace of the backup
 * at once, or stays what it was.
 */
export async function restoreBackup(
  workspace: string,
  { from, force, at }: RestoreRequest,
): Promise<RestoreResult> {
  const { list, extract } = await readBackup(resolve(from));
  const parts = list.parts.map((part) => ({
    path: part.path,
    extract: (to: string) => extract(part, to),
  }));
  await restoreInto(workspace, { parts, force, now: new Date(at) });
  return withWorkspace(workspace, { create: false }, async ({ store }) => {
    const snapshot = (await store.head())?.snapshot.id ?? null;
    const bytes = list.parts.reduce((sum, part) => sum + part.bytes, 0);
    return { kind: 'restore', workspace, madeAt: list.at, snapshot, files: list.parts.length, bytes };
  });
}
