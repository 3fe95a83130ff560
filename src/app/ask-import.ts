import type { Store } from '../edges/store/index.ts';
import type { Absence, ColumnOverride, FileKind, Repeats } from '../stages/dataset/index.ts';
import type { FileChoices } from './import-files.ts';
import type { JobRequests } from './jobs/index.ts';
import { originalPath } from './originals.ts';

/** What a person says of one file; null leaves it to its content, or to what was said before. */
export interface FileSaid {
  readonly file: string;
  readonly as: FileKind | null;
  readonly key: string | null;
  readonly delimiter: string | null;
  readonly encoding: string | null;
  readonly repeats: Repeats | null;
  readonly absent: Absence | null;
}

/** An import of files that a browser sent. */
export interface AskedImport {
  /** Ids of uploads. */
  readonly uploads: readonly string[];
  /** Sources whose kept uploads are read again. */
  readonly sources: readonly string[];
  readonly files: readonly FileSaid[];
  readonly maps: readonly ColumnOverride[];
  readonly covers: 'listed' | 'all' | null;
  readonly append: boolean;
  readonly observedOn: string | null;
  readonly dryRun: boolean;
}

/** The import as a job keeps it: with the paths of the uploads. Refuses with `upload.missing`. */
export async function askImport(store: Store, asked: AskedImport): Promise<JobRequests['import']> {
  const { uploads, sources, files, maps, covers, append, observedOn, dryRun } = asked;
  const paths = [
    ...(await Promise.all(uploads.map((id) => store.uploadPath(id)))),
    ...(await Promise.all(sources.map((source) => originalPath(store, source)))),
  ];
  return {
    paths: [...new Set(paths)],
    choices: choicesOf(files),
    maps,
    covers,
    absent: said(files, 'absent'),
    append,
    observedOn,
    dryRun,
  };
}

function choicesOf(files: readonly FileSaid[]): FileChoices {
  return {
    as: said(files, 'as'),
    key: said(files, 'key'),
    delimiter: said(files, 'delimiter'),
    encoding: said(files, 'encoding'),
    repeats: said(files, 'repeats'),
  };
}

function said<K extends Exclude<keyof FileSaid, 'file'>>(files: readonly FileSaid[], name: K) {
  return files.flatMap(({ file, [name]: value }) =>
    value === null ? [] : [{ file, value: value as NonNullable<FileSaid[K]> }],
  );
}
