import { backup, DatabaseSync } from '@photostructure/sqlite';

/** What a catalog column holds. */
export type SqlValue = string | number | null;

/** One row of the catalog. */
export type SqlRow = Readonly<Record<string, SqlValue>>;

/** All that the catalog asks of a SQLite library; `node:sqlite` fits behind it unchanged. */
export interface Driver {
  exec(sql: string): void;
  /** Runs one statement; gives the row id of the last insert. */
  run(sql: string, params: readonly SqlValue[]): number;
  all(sql: string, params: readonly SqlValue[]): readonly SqlRow[];
  /** One write transaction: taken at the start, rolled back when the body throws. */
  transaction<T>(body: () => T): T;
  /** Closing twice is harmless. */
  close(): void;
}

/** Opens (and creates when missing) one database file; a locked one is waited for. */
export function openDriver(file: string, { busyMs }: { readonly busyMs: number }): Driver {
  const database = new DatabaseSync(file, { timeout: busyMs });
  const run = (sql: string, params: readonly SqlValue[]) =>
    Number(database.prepare(sql).run(...params).lastInsertRowid);
  return {
    exec: (sql) => database.exec(sql),
    run,
    all: (sql, params) => database.prepare(sql).all(...params) as unknown as readonly SqlRow[],
    transaction: (body) => inTransaction(database, body),
    close: () => {
      if (database.isOpen) database.close();
    },
  };
}

function inTransaction<T>(database: InstanceType<typeof DatabaseSync>, body: () => T): T {
  database.exec('begin immediate');
  try {
    const result = body();
    database.exec('commit');
    return result;
  } catch (error) {
    if (database.isTransaction) database.exec('rollback');
    throw error;
  }
}

/**
 * Replaces the content of one database by that of another in one transaction: whoever has it open sees the old content,
 * then the new.
 */
export async function copyDatabase(from: string, to: string): Promise<void> {
  const database = new DatabaseSync(from, { timeout: 5000 });
  try {
    await backup(database, to, { rate: 1 << 20 });
  } finally {
    database.close();
  }
}
