import { statfsSync } from 'node:fs';
import { BestfitError } from '../../base/errors/index.ts';

type Kind = 'busy' | 'read-only' | 'disk-full' | 'disk-failed' | 'damaged';

/** Primary result codes of SQLite, https://sqlite.org/rescode.html */
const sqliteKinds: Readonly<Record<number, Kind>> = {
  3: 'read-only',
  5: 'busy',
  6: 'busy',
  8: 'read-only',
  10: 'disk-failed',
  11: 'damaged',
  13: 'disk-full',
  14: 'read-only',
  26: 'damaged',
};

/** The same by SQLite's own words: the library leaves the code out when reading all rows of a query fails. */
const sqliteWords: readonly (readonly [string, Kind])[] = [
  ['database is locked', 'busy'],
  ['attempt to write a readonly database', 'read-only'],
  ['unable to open database file', 'read-only'],
  ['disk I/O error', 'disk-failed'],
  ['database disk image is malformed', 'damaged'],
  ['database or disk is full', 'disk-full'],
  ['file is not a database', 'damaged'],
];

const fileKinds: Readonly<Record<string, Kind>> = {
  EACCES: 'read-only',
  EPERM: 'read-only',
  EROFS: 'read-only',
  ENOSPC: 'disk-full',
  EDQUOT: 'disk-full',
  EIO: 'disk-failed',
};

/** The catalogue error behind a failure of SQLite or of the file system; anything else comes back as it is. */
export function toStoreFailure(error: unknown, workspace: string): unknown {
  if (!(error instanceof Error) || error instanceof BestfitError) return error;
  const found = kindOf(error);
  if (found === null) return error;
  const kind = found === 'disk-failed' && isFull(workspace) ? 'disk-full' : found;
  const cause = { cause: error };
  switch (kind) {
    case 'busy':
      return new BestfitError('store.busy', { workspace }, cause);
    case 'read-only':
      return new BestfitError('store.read-only', { workspace }, cause);
    case 'disk-full':
      return new BestfitError('store.disk-full', { workspace }, cause);
    case 'disk-failed':
      return new BestfitError('store.disk-failed', { workspace, reason: error.message }, cause);
    case 'damaged':
      return new BestfitError(
        'store.damaged',
        { what: `\`catalog.db\` in \`${workspace}\`: ${error.message}` },
        cause,
      );
  }
}

function kindOf(error: Error & { readonly errcode?: unknown; readonly code?: unknown }): Kind | null {
  if (typeof error.errcode === 'number') return sqliteKinds[error.errcode & 0xff] ?? null;
  if (error.code === 'ERR_SQLITE_ERROR')
    return sqliteWords.find(([words]) => error.message.includes(words))?.[1] ?? null;
  if (typeof error.code === 'string') return fileKinds[error.code] ?? null;
  return null;
}

/** What SQLite's index of its log takes: where that does not fit, it speaks of a failing disk. */
const leastBytes = 64 << 10;

function isFull(workspace: string): boolean {
  try {
    const { bavail, bsize } = statfsSync(workspace);
    return bavail * bsize < leastBytes;
  } catch {
    return false;
  }
}
