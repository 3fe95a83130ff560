import type { Scalar, SignalKind } from '../../base/expr/index.ts';

/**
 * The canonical tables (design, section 3). `observations` holds dated values of one field of one account;
 * `transactions` are never kept: the rows of a file of purchases, summed per account into the customers.
 */
export type TableName =
  | 'accounts'
  | 'customers'
  | 'deals'
  | 'people'
  | 'technologies'
  | 'signals'
  | 'coverage'
  | 'judgements'
  | 'feedback'
  | 'touches'
  | 'transactions'
  | 'observations';

/** The four layers of the profile and those of a person's profile, plus what is known only as a result. */
export type Layer =
  | 'firmographic'
  | 'technographic'
  | 'behavioural'
  | 'committee'
  | 'demographic'
  | 'psychographic'
  | 'geographic'
  | 'outcome';

/**
 * What a field holds. `category` is text with few distinct values, `text` is free text or an identifier,
 * `money` a number with a currency, `set` several texts in one cell, `year` a calendar year.
 */
export type FieldKind = 'category' | 'text' | 'number' | 'money' | 'year' | 'date' | 'boolean' | 'set';

/**
 * One attribute of the workspace, as the field catalog describes it.
 *
 * Columns behind a field `f`: `f` itself; when `banded`, also `f_low` and `f_high` (inclusive, open ends
 * ±Infinity, both the value itself where that is exact; `f` is the exact value or null); when `mixedCurrency`, also `f_currency`;
 * when `converted`, also `f_rate_currency` and `f_rate_on`: the currency that a sum was given in and the day of the rate,
 * null where it stands as it was given.
 */
export interface Field {
  readonly table: TableName;
  /** Column name: snake_case, unique within the table. */
  readonly name: string;
  /** The header as the user wrote it, or the canonical label. */
  readonly label: string;
  readonly kind: FieldKind;
  readonly layer: Layer;
  /** Currency code of a money field with one currency; `months`, `days`, ... ; null when unknown or none. */
  readonly unit: string | null;
  readonly banded: boolean;
  readonly mixedCurrency: boolean;
  /** The currency that sums were converted into by the rates of a person; left out where none was. */
  readonly converted?: string;
  /** When the value becomes known: before or after the sale. */
  readonly known: 'before' | 'after' | 'unknown';
  readonly knownBy: 'guessed' | 'user';
  /** True for a column that is not part of the canonical table. */
  readonly custom: boolean;
  /** Sources that fill it. */
  readonly sources: readonly string[];
  /** Rows of the table that hold a value. */
  readonly coverage: { readonly known: number; readonly of: number };
  /** The same among prospects (accounts that are no present customer); null when there are none. */
  readonly prospects: { readonly known: number; readonly of: number } | null;
  /** Different values. */
  readonly distinct: number;
  /** Their number is an estimate, right within a few percent: counting long lists of texts apart takes too long. */
  readonly distinctAbout: boolean;
  /** The commonest values with their counts, at most 200; empty for free text and numbers. */
  readonly values: readonly { readonly value: string; readonly count: number }[];
  /** Smallest and largest value of numbers and dates. */
  readonly range: { readonly low: Scalar; readonly high: Scalar } | null;
}

/** A field as one source fills it: everything but what is counted over the whole workspace. */
export type PartField = Omit<
  Field,
  'sources' | 'coverage' | 'prospects' | 'distinct' | 'distinctAbout' | 'values' | 'range'
>;

/** A field is searchable when it is known for at least a fifth of the prospects (design, section 6). */
export interface FieldCatalog {
  readonly fields: readonly Field[];
}

/** Where the rows of a snapshot's table are. */
export interface TableRef {
  /** Content hash, the name of the Parquet file. */
  readonly file: string;
  readonly rows: number;
}

/** The state of the workspace's data at one commit: immutable, named by its content. */
export interface Snapshot {
  /** Short hash over tables and field catalog. */
  readonly id: string;
  readonly tables: Readonly<Partial<Record<TableName, TableRef>>>;
  readonly fields: readonly Field[];
}

/** What one file is: the table of its rows, or a `lookup` joined onto another file by one column. */
export type FileKind = Exclude<TableName, 'observations'> | 'lookup';

/** The rates by which sums are converted, as a person gave them. */
export interface RateTable {
  /** The currency that sums are converted into. */
  readonly base: string;
  /** Rows `currency`, `day`, `until` (the day of the next rate; null: none) and `rate` (what one unit is worth in the base). */
  readonly table: TableRef;
}

/** How the texts of one column are written. */
export interface ValueFormat {
  /** Decimal mark of numbers; null when no value shows one. */
  readonly decimal: '.' | ',' | null;
  /** Order of day and month in numeric dates; null when all are ISO or the column holds no dates. */
  readonly dateOrder: 'dmy' | 'mdy' | null;
  /** Currency of the whole column (symbol, code or header); null when values carry their own or none is known. */
  readonly currency: string | null;
  /** Factor stated in the header (`revenue (k€)` is 1000). */
  readonly scale: number;
  /** Separator of a set cell. */
  readonly separator: string | null;
  /** Folded texts that stand for nothing in this column although they may be real values elsewhere (`na`, `none`). */
  readonly blanks: readonly string[];
  /**
   * Dates are written as ages (`3 days ago`, `about 2 months`), counted back from this day; null until the import
   * says which. Left out where they are written as days.
   */
  readonly ages?: string | null;
}

/**
 * What a person decided about the values of a column of numbers or dates, after they are read: first the factor, then
 * values beyond the ends, and the values listed, are unknown.
 */
export interface ValueRules {
  readonly times: number;
  /** Smallest and largest value that can be right; null when that end is open. */
  readonly low: Scalar | null;
  readonly high: Scalar | null;
  readonly unknown: readonly Scalar[];
}

/**
 * Where one column of a file goes.
 *
 * A row names its account by up to three columns, in any kind of file: its id is `account_id` of the file's own
 * table, its name is `accounts.name`, its web address is `accounts.domain`. A column mapped to `f_currency` says row
 * by row in which currency the money field `f` of the same table is.
 */
export interface ColumnMapping {
  /** Header as it stands in the file. */
  readonly column: string;
  readonly table: TableName;
  /** Canonical column, or a snake_case name of its own for a custom attribute. */
  readonly field: string;
  readonly custom: boolean;
  /** Not imported (empty, constant row number, user said so). */
  readonly ignored: boolean;
  readonly kind: FieldKind;
  readonly format: ValueFormat;
  /** Unit of the values after reading: `months`, `%`, a currency code; null when unknown or none. */
  readonly unit: string | null;
  readonly layer: Layer;
  readonly known: 'before' | 'after' | 'unknown';
  /** 0..1; a canonical field is only taken from .8 on. */
  readonly confidence: number;
  readonly why: string;
  readonly decidedBy: 'guessed' | 'remembered' | 'user';
  /** What a person had the field shown as; left out, the canonical label or the header. */
  readonly label?: string;
  /** Values that a person had written as others, in this order; null makes one unknown. */
  readonly spellings?: readonly { readonly from: string; readonly to: string | null }[];
  readonly rules?: ValueRules;
  /** Whether a person said that differences between dated imports of the column are signals. */
  readonly signals?: boolean;
  /** The question for the user, when the guess was not good enough. */
  readonly asks: string | null;
}

/** How one file is read: what it is and where each column goes. */
export interface FileMapping {
  readonly as: FileKind;
  readonly confidence: number;
  readonly why: string;
  readonly columns: readonly ColumnMapping[];
  /** Column of this file and of the others by which a lookup joins; null for other kinds. */
  readonly lookupKey: string | null;
  /** The event that every row of a file of signals is; left out where a column says it, or nothing does. */
  readonly signal?: SignalKind;
  /** Fields without a column, with their table, whose changes a person said are no signals: `signals.kind`. */
  readonly silent?: readonly string[];
}

/** How often a reference to an account, or to a lookup, found its counterpart. */
export interface JoinReport {
  readonly column: string;
  readonly to: string;
  readonly by: 'account_id' | 'domain' | 'name' | 'key';
  readonly matched: number;
  readonly blank: number;
  readonly unmatched: number;
  /** The commonest values that did not join, with the nearest that exist. */
  readonly examples: readonly {
    readonly value: string;
    readonly count: number;
    readonly nearest: string | null;
  }[];
}

/**
 * What it means that a row of a source has no deal that ended: it was `lost`, it is still `open`, or it is lost when so
 * many days have passed since it was created (and was lost on that day) and open before.
 */
export type Absence =
  | { readonly kind: 'lost' | 'open' }
  | { readonly kind: 'lost-after'; readonly days: number };

/** What a person said of rows that are alike cell by cell: `drop` sets the later ones aside, `keep` counts each. */
export type Repeats = 'drop' | 'keep';

/** What a person said of the accounts that share a web domain or a name: they are one account, or stay apart. */
export interface Sharing {
  readonly field: 'domain' | 'name';
  /** In lower case, without white space at its ends. */
  readonly value: string;
  readonly are: 'one' | 'apart';
}

/** The deals, or the accounts, that a source lists without saying how they ended, in counts. */
export interface AbsenceReport {
  readonly table: 'deals' | 'accounts';
  /** Deals or accounts that the source lists, each once. */
  readonly listed: number;
  /** Those of which some source says how they stand: the outcome of the deal, a deal of the account. */
  readonly known: number;
  /** What the others were taken for; `unknown` without a meaning, or without the day they were created. */
  readonly lost: number;
  readonly open: number;
  readonly unknown: number;
  /** The last day on record: `lost-after` counts days up to it; null when no deal is dated. */
  readonly until: string | null;
  /** How fast deals were won: 95 of 100 within so many days; null under 20 wins with both dates. */
  readonly timeToWin: { readonly wins: number; readonly days: number } | null;
  /** The meaning that the data suggest; never applied unasked. */
  readonly proposed: Absence | null;
}

/** Rows of one table with the fields behind their columns. */
export interface FiledRows {
  readonly ref: TableRef;
  readonly fields: readonly PartField[];
}

/** The signals of a source, apart by how they came about. */
export interface SignalParts {
  /** Rows that the file itself lists; null when its rows are no signals. */
  readonly listed: FiledRows | null;
  /** Rows that an earlier dated import listed and a later one does not: they happened all the same. */
  readonly gone: FiledRows | null;
  /** What differs between dated imports, over all of them. */
  readonly changes: TableRef | null;
}

/** How a source stood on one day: what a later dated import is compared with. */
export interface DatedState {
  readonly day: string;
  readonly parts: SourceState['parts'];
  readonly fields: readonly PartField[];
  readonly signals: SignalParts;
}

/** Signals that the values of one field gave between two dated imports. */
export interface FieldChanges {
  /** Table of the field: accounts, technologies or signals. */
  readonly table: TableName;
  readonly field: string;
  /** Rows whose value differs. */
  readonly rows: number;
  /** The signals in words, the commonest first, at most five. */
  readonly signals: readonly {
    readonly kind: string;
    readonly about: string | null;
    readonly rows: number;
  }[];
  /** Why the differences are no signals; null when they are. */
  readonly left: 'switched off' | 'written anew' | 'filed elsewhere' | null;
}

/** What two dated imports of one source say together. */
export interface FoundChanges {
  readonly from: string;
  readonly to: string;
  /** Rows of the file (companies, postings) that the earlier import did not have, and that the later one has no more. */
  readonly added: number;
  readonly gone: number;
  readonly fields: readonly FieldChanges[];
}

/** Values of one field that sources give differently to the same row. */
export interface Disagreement {
  readonly table: TableName;
  readonly field: string;
  /** Rows (accounts, deals, people) of which they say different things. */
  readonly rows: number;
  /** The sources that fill the field, the one that counts first. */
  readonly sources: readonly string[];
  /** One such row, what was taken and what another source says. */
  readonly example: {
    readonly row: string;
    readonly taken: { readonly source: string; readonly value: string };
    readonly other: { readonly source: string; readonly value: string };
  };
}

/** One source as it stands in a commit: what it filled and how it was read. */
export interface SourceState {
  /** Base name of the file: importing the same name again replaces its rows. */
  readonly name: string;
  readonly connector: string;
  readonly mapping: FileMapping;
  readonly covers: 'listed' | 'all';
  readonly observedOn: string | null;
  readonly importedAt: string;
  readonly rows: { readonly in: number; readonly kept: number; readonly quarantined: number };
  /** How often rows that were set aside were tried again; left out where none was. */
  readonly retried?: number;
  /** Rows this source gave to each canonical table, before joining with other sources. */
  readonly parts: Readonly<Partial<Record<TableName, TableRef>>>;
  /** Fields behind the columns of the parts; of a lookup, of its rows (their table is where they are joined). */
  readonly fields: readonly PartField[];
  /** Rows of a lookup source, one per key. */
  readonly lookup: TableRef | null;
  readonly joins: readonly JoinReport[];
  /** Its rank for a field (`table.field`) where a person said whom to trust: 0 first; others come after. */
  readonly trust: Readonly<Record<string, number>>;
  /** Fields for which it counts and another source says otherwise. */
  readonly disagreements: readonly Disagreement[];
  readonly duplicates: number;
  /** What a person said a row without a deal means; null (or not there, in an older catalog) is: unknown. */
  readonly absent?: Absence | null;
  /** Its rows without a deal; null when the question does not arise. */
  readonly absence?: AbsenceReport | null;
  /** What a person said of its rows that are alike; null (or not there, in an older catalog) is: nothing. */
  readonly repeats?: Repeats | null;
  /** What a person said of accounts that share a value it fills; left out where nothing was said. */
  readonly sharing?: readonly Sharing[];
  /**
   * Where it comes from when a sync read it: the stream of a connection, and a hash of all that the imported table was made
   * from; left out for files.
   */
  readonly synced?: { readonly connection: string; readonly stream: string; readonly key: string };
  /** Of the source that is a table of rates (a lookup by currency and day), those rates. */
  readonly rates?: RateTable;
  /** What its dated imports say over time; left out by commits made before imports were compared. */
  readonly dated?: {
    readonly signals: SignalParts;
    /** What this import found; null when there was none to compare it with. */
    readonly found: FoundChanges | null;
    /** Earlier imports, oldest first, three at most. */
    readonly earlier: readonly DatedState[];
  };
}
