import type {
  ColumnOverride,
  Field,
  FieldKind,
  FileKind,
  FoundChanges,
  JoinReport,
  Layer,
  QualityFinding,
  QualityKind,
  TableName,
} from '../../stages/dataset/index.ts';

import type { FieldDecision } from '../fields/index.ts';
import type { SourceAbsence } from '../import/index.ts';

/** What a finding is about. */
export type FindingKind =
  | QualityKind
  | 'spreadsheet-dates'
  | 'without-outcome'
  | 'truncated-outcomes'
  | 'outliers'
  | 'mixed-units'
  | 'missing-currency'
  | 'converted'
  | 'not-searchable'
  | 'when-unknown'
  | 'disagreeing'
  | 'to-place'
  | 'constant'
  | 'empty';

/** `high`: figures are wrong until it is mended; `medium`: patterns may be missed or misled; `low`: good to know. */
export type Severity = 'high' | 'medium' | 'low';

/** What mends a finding, as a face can offer it. */
export type FindingAction =
  /** A decision about one field. */
  | {
      readonly kind: 'set-field';
      readonly table: TableName;
      readonly field: string;
      readonly decision: FieldDecision;
    }
  /** The currency of sums that carry none: a person must say it. */
  | {
      readonly kind: 'say-currency';
      readonly table: TableName;
      readonly field: string;
      readonly suggested: string | null;
    }
  /** The file, read again under these decisions. */
  | {
      readonly kind: 'import-again';
      readonly source: string;
      readonly observedOn: string | null;
      readonly maps: readonly ColumnOverride[];
      readonly as: FileKind | null;
      readonly repeats: 'drop' | null;
    }
  /** The rows of a file that were set aside. */
  | { readonly kind: 'mend-rows'; readonly source: string }
  /** A table of rates, which a person must have; or the one in force taken away. */
  | { readonly kind: 'give-rates'; readonly base: string | null }
  | { readonly kind: 'drop-rates' }
  /** A discovery that leaves months out. */
  | { readonly kind: 'discover'; readonly since: string | null; readonly until: string | null };

/** What mends a finding: as a command, and as the same in data. */
export interface Fix {
  readonly fix: string | null;
  readonly action: FindingAction | null;
}

/** One thing in the data that a person should look at, with what mends it. */
export interface Finding extends Omit<QualityFinding, 'kind' | 'table' | 'fix'>, Fix {
  readonly kind: FindingKind;
  readonly severity: Severity;
  /** Null for a lookup, which is no table of its own. */
  readonly table: TableName | null;
  /** The file that it is about; null when it is about the table over all files. */
  readonly source: string | null;
}

/** How well one field is known, and what it holds. */
export interface FieldQuality {
  readonly name: string;
  readonly label: string;
  readonly kind: FieldKind;
  readonly layer: Layer;
  readonly custom: boolean;
  readonly coverage: Field['coverage'];
  readonly prospects: Field['prospects'];
  /** Known for at least a fifth of the prospects; null outside the accounts and without prospects. */
  readonly searchable: boolean | null;
  readonly distinct: number;
  /** Their number is an estimate. */
  readonly distinctAbout: boolean;
  /** The five commonest values. */
  readonly top: Field['values'];
  readonly range: Field['range'];
  readonly unit: string | null;
  readonly mixedCurrency: boolean;
  /** The currency into which sums were converted by the rates of a person; null where none was. */
  readonly converted: string | null;
  readonly known: Field['known'];
  readonly knownBy: Field['knownBy'];
  readonly sources: readonly string[];
}

/** One table and its fields. */
export interface TableQuality {
  readonly table: TableName;
  readonly rows: number;
  readonly fields: readonly FieldQuality[];
}

/** One file as it was imported. */
export interface SourceQuality {
  readonly name: string;
  readonly as: FileKind;
  readonly importedAt: string;
  readonly observedOn: string | null;
  readonly rows: { readonly in: number; readonly kept: number; readonly quarantined: number };
  readonly duplicates: number;
  readonly joins: readonly JoinReport[];
  /** What differs from its dated import before; null when there is none to compare with. */
  readonly found: FoundChanges | null;
}

/** One row that was set aside. */
export interface SetAsideRow {
  readonly line: number;
  readonly column: string | null;
  readonly value: string | null;
  readonly reason: string;
}

/** The rows of one file that were set aside. */
export interface SetAsideRows {
  readonly source: string;
  readonly rows: number;
  /** Those among them that repeat the key of an earlier row. */
  readonly repeats: number;
  /** The first five of the others, by line. */
  readonly first: readonly SetAsideRow[];
}

/** The state of the data (`bestfit quality --json`). */
export interface QualityReport {
  readonly kind: 'quality';
  readonly snapshot: string;
  readonly asOf: string;
  readonly sources: readonly SourceQuality[];
  /** What sources list without a deal that ended, and what a person said that means. */
  readonly absences: readonly SourceAbsence[];
  readonly quarantine: readonly SetAsideRows[];
  readonly tables: readonly TableQuality[];
  /** Most severe first, then by rows concerned. */
  readonly findings: readonly Finding[];
}
