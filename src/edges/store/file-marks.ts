import type { Catalog } from './catalog.ts';

/** What a file was when its content was last known to be right. */
export interface SeenFile {
  readonly bytes: number;
  /** Milliseconds, as the file system says. */
  readonly modified: number;
}

/** Remembers which files were seen whole, so that their content is read again only when something speaks for it. */
export interface FileMarks {
  seen(file: string): SeenFile | null;
  keep(file: string, mark: SeenFile): void;
  /** Writes the new ones to the catalog; called inside a transaction. */
  save(): void;
  /** Writes the new ones now, if nobody else is writing; a mark that is lost costs one more reading. */
  saveAtLeisure(): void;
}

/** The marks of one workspace: those of the catalog, and those of this process. */
export function createFileMarks({ db }: Pick<Catalog, 'db'>): FileMarks {
  const known = new Map<string, SeenFile>();
  const fresh = new Set<string>();
  const save = () => {
    for (const file of fresh) {
      const { bytes, modified } = known.get(file) as SeenFile;
      db.run('insert or replace into files (file, bytes, modified) values (?, ?, ?)', [
        file,
        bytes,
        modified,
      ]);
    }
  };
  return {
    seen: (file) => known.get(file) ?? readMark(db, file),
    keep: (file, mark) => {
      known.set(file, mark);
      fresh.add(file);
    },
    save,
    saveAtLeisure: () => {
      if (fresh.size === 0) return;
      try {
        db.exec('pragma busy_timeout = 0');
        db.transaction(save);
        fresh.clear();
      } catch {
        // A read-only folder, a full disk, a busy writer: the files are read once more next time.
      }
    },
  };
}

function readMark(db: Catalog['db'], file: string): SeenFile | null {
  const row = db.all('select bytes, modified from files where file = ?', [file])[0];
  return row === undefined ? null : { bytes: Number(row.bytes), modified: Number(row.modified) };
}
