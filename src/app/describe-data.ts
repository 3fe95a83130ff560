import type { Commit } from '../edges/store/index.ts';
import {
  canonicalTables,
  type FieldKind,
  type FileKind,
  type JoinReport,
  type SourceState,
  type TableName,
} from '../stages/dataset/index.ts';
import { absencesOf, type SourceAbsence } from './import/index.ts';
import { originalsOf } from './originals.ts';
import type { Workspace } from './workspace.ts';

/** How many of the newest changes are told. */
const shownCommits = 30;

/** One file that was imported. */
export interface DataSource {
  readonly name: string;
  readonly as: FileKind;
  readonly importedAt: string;
  readonly observedOn: string | null;
  readonly rows: { readonly in: number; readonly kept: number; readonly quarantined: number };
  readonly duplicates: number;
  readonly columns: { readonly kept: number; readonly leftOut: number };
  readonly joins: readonly JoinReport[];
  /** What differs from its dated import before; null when there is none to compare with. */
  readonly found: { readonly from: string; readonly added: number; readonly gone: number } | null;
  /** Whether the uploaded file is kept, so that a correction can read it again. */
  readonly original: boolean;
  /** True of the table of rates. */
  readonly rates: boolean;
}

/** A field that columns can go to. */
export interface KnownField {
  readonly table: TableName;
  readonly name: string;
  readonly label: string;
  readonly kind: FieldKind;
  readonly custom: boolean;
}

/** What the data are made of, told from the catalog alone. */
export interface DataOverview {
  readonly kind: 'data';
  /** Null before the first import. */
  readonly snapshot: string | null;
  readonly sources: readonly DataSource[];
  readonly tables: readonly { readonly table: TableName; readonly rows: number; readonly fields: number }[];
  readonly absences: readonly SourceAbsence[];
  /** Where columns can go: the fields of the product, then attributes of one's own. */
  readonly fields: readonly KnownField[];
  /** The newest changes, newest first: the first is what undo takes back. */
  readonly changes: readonly { readonly id: number; readonly at: string; readonly what: string }[];
}

/** Tells which files the data come from, their days, how they joined, and what was changed last. */
export async function describeData({ store }: Workspace): Promise<DataOverview> {
  const commits = await store.commits();
  const head = commits[0] ?? null;
  const originals = await originalsOf(store);
  const sources = head?.sources ?? [];
  return {
    kind: 'data',
    snapshot: head?.snapshot.id ?? null,
    sources: sources.map((source) => sourceOf(source, originals.has(source.name))),
    tables: tablesOf(head),
    absences: absencesOf(sources),
    fields: fieldsOf(head),
    changes: commits.slice(0, shownCommits).map(({ id, at, what }) => ({ id, at, what })),
  };
}

function sourceOf(source: SourceState, original: boolean): DataSource {
  const { name, mapping, importedAt, observedOn, rows, duplicates, joins } = source;
  const leftOut = mapping.columns.filter(({ ignored }) => ignored).length;
  const found = source.dated?.found ?? null;
  return {
    name,
    as: mapping.as,
    importedAt,
    observedOn,
    rows,
    duplicates,
    columns: { kept: mapping.columns.length - leftOut, leftOut },
    joins,
    found: found && { from: found.from, added: found.added, gone: found.gone },
    original,
    rates: source.rates !== undefined,
  };
}

function tablesOf(head: Commit | null): DataOverview['tables'] {
  const fields = head?.snapshot.fields ?? [];
  return Object.entries(head?.snapshot.tables ?? {}).map(([table, { rows }]) => ({
    table: table as TableName,
    rows,
    fields: fields.filter((field) => field.table === table).length,
  }));
}

function fieldsOf(head: Commit | null): readonly KnownField[] {
  const own = Object.values(canonicalTables)
    .flat()
    .map(({ table, name, label, kind }) => ({ table, name, label, kind, custom: false }));
  const custom = (head?.snapshot.fields ?? [])
    .filter((field) => field.custom)
    .map(({ table, name, label, kind }) => ({ table, name, label, kind, custom: true }));
  return [...own, ...custom];
}
