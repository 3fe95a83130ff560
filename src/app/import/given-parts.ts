import { parquet, type SqlRelation } from '../../base/sql/index.ts';
import type {
  DatedState,
  FileMapping,
  PartField,
  SourceState,
  TableName,
  TableRef,
} from '../../stages/dataset/index.ts';
import type { Scratch } from './scratch.ts';

/** What one source's file gave. */
export interface GivenParts {
  readonly name: string;
  readonly mapping: FileMapping;
  /** Its rows are companies (accounts or customers), so that it looked at those and no others. */
  readonly describesAccounts: boolean;
  /** What stands before the row number in an id that import made up. */
  readonly idPrefix: string;
  readonly previous: SourceState | null;
  /** Earlier dated imports, oldest first: a dated import is compared with the last. */
  readonly earlier: readonly DatedState[];
  readonly written: ReadonlyMap<TableName, TableRef>;
  readonly fields: readonly PartField[];
}

/** The rows of a file of the store; null without one. */
export function relationOf(scratch: Scratch, ref: TableRef | null | undefined): SqlRelation | null {
  return ref === undefined || ref === null ? null : parquet(scratch.store.filePath(ref));
}
