import type { Driver } from './driver.ts';
import { toStoreFailure } from './store-failure.ts';

/** What every write leaves behind: what was done, to what, by whom. */
export interface AuditNote {
  readonly action: string;
  readonly subject: string;
  readonly by: string | null;
}

/** The open database of one workspace, shared by the parts of the store. */
export interface Catalog {
  readonly workspace: string;
  readonly db: Driver;
  readonly now: () => Date;
  /** Runs a reading body; failures come out as errors of the catalogue. */
  read<T>(body: () => T): Promise<T>;
  /** Runs a writing body and its audit row in one transaction. */
  write<T>(body: () => T, note: (result: T) => AuditNote): Promise<T>;
  /** Runs a body while no other process can write; for changes to files, not to rows. */
  locked<T>(body: () => T): Promise<T>;
}

/** Gives the parts of the store one way to read and to write. */
export function createCatalog(workspace: string, db: Driver, now: () => Date): Catalog {
  const guarded = async <T>(body: () => T): Promise<T> => {
    try {
      return body();
    } catch (error) {
      throw toStoreFailure(error, workspace);
    }
  };
  const audit = ({ action, subject, by }: AuditNote) =>
    db.run('insert into audit (at, action, subject, done_by) values (?, ?, ?, ?)', [
      now().toISOString(),
      action,
      subject,
      by,
    ]);
  return {
    workspace,
    db,
    now,
    read: guarded,
    write: (body, note) =>
      guarded(() =>
        db.transaction(() => {
          const result = body();
          audit(note(result));
          return result;
        }),
      ),
    locked: (body) => guarded(() => db.transaction(body)),
  };
}
