import type {
  Absence,
  AbsenceReport,
  ColumnMapping,
  ColumnOverride,
  Disagreement,
  FileKind,
  FileMapping,
  FoundChanges,
  JoinReport,
  Repeats,
  SourceState,
  TableName,
} from '../../stages/dataset/index.ts';

/** What the user says of one file, or of all. */
export interface Choice<T> {
  /** Name of a source, or a path as given or its base name; null for every file that is not named apart. */
  readonly file: string | null;
  readonly value: T;
}

/** What the user says of the files; of several choices for one file the last counts. */
export interface FileChoices {
  /** What it is; else the content says. */
  readonly as: readonly Choice<FileKind>[];
  /** Column by which a lookup joins the other files. */
  readonly key: readonly Choice<string>[];
  /** Delimiter of a text file; else it is found. */
  readonly delimiter: readonly Choice<string>[];
  /** Encoding of a text file; else it is found. */
  readonly encoding: readonly Choice<string>[];
  /** What becomes of rows that are alike cell by cell; what was said of the source before is kept. */
  readonly repeats: readonly Choice<Repeats>[];
}

/** What a person said a row without a deal means, in one file or in all that list deals or accounts. */
export type AbsenceSaid = Choice<Absence>;

/** What `importFiles` is asked to do. */
export interface ImportRequest {
  /** Files, folders and archives as the user named them; `book.xlsx#Sheet` names one table of several. */
  readonly paths: readonly string[];
  readonly choices: FileChoices;
  /** `--map column=field`; each applies to the files that have the column. */
  readonly maps: readonly ColumnOverride[];
  /** `all`: a tool or signal that is not listed is a no, not an unknown; null keeps what was said of the source. */
  readonly covers: SourceState['covers'] | null;
  /** What a row without a deal means; what was said of a source before is kept. */
  readonly absent?: readonly AbsenceSaid[];
  /** Add to the rows of a known source in place of replacing them. */
  readonly append: boolean;
  /** The day on which the files were true, `YYYY-MM-DD`; null when they carry no date. */
  readonly observedOn: string | null;
  /**
   * Corrected rows of one source that were set aside, with their lines: what was decided of the source holds as it
   * stands, and the rows change their place among those counted. With `append`.
   */
  readonly retry?: { readonly source: string; readonly lines: readonly number[] };
  /** What is known of tables that a sync read, by the name of their source; left out for files. */
  readonly synced?: Readonly<Record<string, SyncedTable>>;
  /** Show everything, commit nothing. */
  readonly dryRun: boolean;
  /** The moment of the import, ISO 8601. */
  readonly at: string;
  readonly onProgress: (event: ImportEvent) => void;
}

/** What is known of a table that a sync read. */
export interface SyncedTable {
  /** Null: its content says. */
  readonly as: FileKind | null;
  /** Why, for people: `HubSpot companies`. */
  readonly why: string;
  readonly origin: NonNullable<SourceState['synced']>;
}

/** How far an import is. */
export interface ImportEvent {
  readonly step: 'unpacking' | 'reading' | 'mapping' | 'parsing' | 'joining' | 'describing' | 'saving';
  /** Name of the source; null for a step over all of them. */
  readonly file: string | null;
  /** How much of the step is done, 0 to 1; null where nobody counts. */
  readonly done: number | null;
}

/** One row that was set aside. */
export interface QuarantinedRow {
  readonly line: number;
  readonly column: string | null;
  readonly value: string | null;
  readonly reason: string;
}

/** What became of one file. */
export interface ImportedFile {
  readonly name: string;
  /** Where it stands: `exports.zip/deals.csv`. */
  readonly path: string;
  readonly connector: string;
  /** How it was read: `comma-separated, UTF-8`. */
  readonly how: string;
  readonly mapping: FileMapping;
  /** What only the user can say of a column: where it goes, or what a list leaves out. */
  readonly asks: readonly Pick<ColumnMapping, 'column' | 'asks' | 'confidence'>[];
  readonly rows: { readonly in: number; readonly kept: number; readonly quarantined: number };
  readonly quarantine: {
    readonly total: number;
    /** The first 20, by line. */
    readonly first: readonly QuarantinedRow[];
  };
  /**
   * Rows that repeat an earlier one: by key (these are quarantined) or, without a key, cell by cell (these are kept,
   * unless a person said otherwise).
   */
  readonly duplicates: { readonly rows: number; readonly by: 'key' | 'whole row'; readonly kept: boolean };
  readonly warnings: readonly string[];
  /** What differs from the dated import before; null without a date or an import to compare with. */
  readonly found: FoundChanges | null;
}

/** How one table differs from the previous commit. */
export interface TableChange {
  readonly table: TableName;
  readonly added: number;
  readonly changed: number;
  readonly removed: number;
}

/** What an import did, or with `dryRun` would do. */
export interface ImportResult {
  readonly kind: 'import';
  readonly dryRun: boolean;
  /** Id of the new snapshot. */
  readonly snapshot: string;
  /** Id of the commit; null after a dry run. */
  readonly commit: number | null;
  readonly files: readonly ImportedFile[];
  readonly tables: readonly { readonly table: TableName; readonly rows: number }[];
  readonly changes: readonly TableChange[];
  /** For every source of the workspace, how its references found their accounts and lookups. */
  readonly joins: readonly (JoinReport & { readonly source: string })[];
  /** Sources that list deals or accounts without saying how they ended, and what that was taken for. */
  readonly absences: readonly SourceAbsence[];
  /** Fields of which sources say different things of one row. */
  readonly disagreements: readonly Disagreement[];
  readonly warnings: readonly string[];
}

/** What one source lists without a deal that ended, and what a person said that means; null is unknown. */
export interface SourceAbsence extends AbsenceReport {
  readonly source: string;
  readonly means: Absence | null;
}
