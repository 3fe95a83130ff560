import type { FileConnector, OpenedFile, StagedFile } from '../../edges/connectors/index.ts';
import type {
  Absence,
  Conversion,
  FileMapping,
  PartField,
  Repeats,
  SourceState,
  TableName,
} from '../../stages/dataset/index.ts';
import type { ColumnSlices } from './slice-columns.ts';

/** A table of a file that was mapped. */
export interface MappedTable {
  /** Name of the source. */
  readonly name: string;
  /** Where it stands, for people. */
  readonly path: string;
  readonly connector: FileConnector;
  /** Its rows, or of a large file a sample of them. */
  readonly table: OpenedFile | StagedFile;
  /** Of what is staged of it. */
  readonly slices: ColumnSlices;
  readonly mapping: FileMapping;
  /** Headers of columns in which few texts come again and again, as far as a sample shows. */
  readonly repetitive: ReadonlySet<string>;
  /** The source as the current commit has it; null for a new one. */
  readonly previous: SourceState | null;
  /** What a row of it without a deal means; null when nobody said. */
  readonly absent: Absence | null;
  /** What becomes of rows that are alike; null when nobody said. */
  readonly repeats: Repeats | null;
  /** How purchases in other currencies are converted; null without rates. */
  readonly conversion: Conversion | null;
  /** Sources that stand before this one. */
  readonly before: readonly SourceState[];
}

/** The same with all of its rows staged. */
export interface MappedFile extends MappedTable {
  readonly staged: StagedFile;
}

/** The fields that a source gives to one table. */
export function fieldsOfPart(source: SourceState | null, table: TableName): readonly PartField[] {
  return source?.fields.filter((field) => field.table === table) ?? [];
}
