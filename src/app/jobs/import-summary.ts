import type { FileKind } from '../../stages/dataset/index.ts';
import type { ImportResult } from '../import-files.ts';

/** What an import did, without what the catalog tells anyway: how each column is read, and how files join. */
export interface ImportSummary
  extends Pick<ImportResult, 'kind' | 'dryRun' | 'snapshot' | 'commit' | 'tables' | 'changes' | 'warnings'> {
  readonly files: readonly {
    readonly name: string;
    readonly as: FileKind;
    readonly how: string;
    readonly rows: ImportResult['files'][number]['rows'];
    readonly duplicates: number;
    /** Columns, or lists, about which there is a question. */
    readonly asks: number;
  }[];
}

/** The result of an import as its job keeps it. */
export function importSummary(result: ImportResult): ImportSummary {
  const { kind, dryRun, snapshot, commit, tables, changes, warnings } = result;
  const files = result.files.map(({ name, mapping, how, rows, duplicates, asks }) => ({
    name,
    as: mapping.as,
    how,
    rows,
    duplicates: duplicates.rows,
    asks: asks.length,
  }));
  return { kind, dryRun, snapshot, commit, files, tables, changes, warnings };
}
