import {
  asc,
  column,
  count,
  desc,
  named,
  type SqlQuery,
  type SqlRelation,
  select,
  subquery,
  union,
} from '../../base/sql/index.ts';
import type {
  DatedState,
  FieldChanges,
  FiledRows,
  FileMapping,
  FoundChanges,
  SourceState,
  TableName,
  TableRef,
} from '../../stages/dataset/index.ts';
import {
  accountSignals,
  CHANGED_FIELD,
  type ChangeSpan,
  changedAccounts,
  closedPostings,
  filedFields,
  switchedOff,
  toolChanges,
} from '../../stages/signals/index.ts';
import type { ComparedAccounts } from './compare-accounts.ts';
import { changeFields, composeSignals } from './compose-signals.ts';
import { signalsOf } from './dated-base.ts';
import { type DatedEvents, datedEvents, withAccountsOfGone } from './derived-events.ts';
import { type GivenParts, relationOf } from './given-parts.ts';
import type { Scratch } from './scratch.ts';

/** The signals of a source after an import. */
export interface DerivedSignals {
  /** Listed rows, those listed before and what changed, as one table; null when there are none. */
  readonly whole: FiledRows | null;
  readonly dated: NonNullable<SourceState['dated']>;
  /** Accounts of a file of events with those of events listed no more; null when they are as the file has them. */
  readonly accounts: FiledRows | null;
}

const shown = 5;

/** What changed since the dated import before, beside the signals that the file lists. */
export async function derivedSignals(
  scratch: Scratch,
  options: { readonly given: GivenParts; readonly observedOn: string | null; readonly append: boolean },
  compared: ComparedAccounts | null,
): Promise<DerivedSignals> {
  const { given, observedOn, append } = options;
  const base = observedOn === null ? null : (given.earlier.at(-1) ?? null);
  const events = await datedEvents(scratch, given, append ? null : base);
  const span = base === null ? null : { source: given.name, from: base.day, to: observedOn as string };
  const rows = span === null ? null : await changeRows(scratch, { given, base, span, compared, events });
  const kept = observedOn === null ? signalsOf(given.previous).changes : (base?.signals.changes ?? null);
  const changes = await allChanges(scratch, [relationOf(scratch, kept), rows]);
  const { listed, gone } = events;
  const signals = { listed, gone, changes };
  return {
    accounts: await withAccountsOfGone(scratch, given, { base, gone }),
    whole: await composeSignals(scratch, signals, switchedOff(given.mapping)),
    dated: {
      signals,
      found: span === null ? null : await foundChanges(scratch, { given, span, rows, compared, events }),
      earlier: given.earlier,
    },
  };
}

async function allChanges(scratch: Scratch, from: readonly (SqlRelation | null)[]): Promise<TableRef | null> {
  const columns = [column(CHANGED_FIELD), ...changeFields.map(({ name }) => column(name))];
  const given = from.filter((rows) => rows !== null).map((rows) => select({ columns, from: rows }));
  if (given.length === 0) return null;
  const all = select({
    columns,
    from: subquery(union(given), 'changes'),
    orderBy: columns.map((of) => asc(of)),
  });
  const ref = await scratch.write(all);
  return ref.rows === 0 ? null : ref;
}

interface Changes {
  readonly given: GivenParts;
  readonly base: DatedState | null;
  readonly span: ChangeSpan;
  readonly compared: ComparedAccounts | null;
  readonly events: DatedEvents;
}

async function changeRows(scratch: Scratch, changes: Changes): Promise<SqlRelation | null> {
  const { span, compared, events } = changes;
  const queries: SqlQuery[] = [...toolQueries(scratch, changes)];
  if (compared !== null && compared.pair.watched.length > 0) {
    const rows = await scratch.keep(changedAccounts(compared.pair, madeUpId(changes.given.idPrefix)));
    queries.push(...accountSignals(rows, compared.pair.watched, span));
  }
  if (events.closed !== null) queries.push(closedPostings(events.closed.rows, span));
  return queries.length === 0 ? null : scratch.keep(union(queries));
}

function madeUpId(prefix: string): string {
  return `^${prefix.replace(/[^\w-]/g, '.')}[0-9]+$`;
}

function toolQueries(scratch: Scratch, { given, base, span }: Changes): readonly SqlQuery[] {
  const { written } = given;
  const now = (table: TableName) => relationOf(scratch, written.get(table));
  const was = (table: TableName) => relationOf(scratch, base?.parts[table]);
  const [tools, coverage, oldTools, oldCoverage] = [
    now('technologies'),
    now('coverage'),
    was('technologies'),
    was('coverage'),
  ];
  if (!tools || !coverage || !oldTools || !oldCoverage) return [];
  return toolChanges({ tools: oldTools, coverage: oldCoverage }, { tools, coverage }, span);
}

async function foundChanges(
  scratch: Scratch,
  found: Omit<Changes, 'base'> & { readonly rows: SqlRelation | null },
): Promise<FoundChanges> {
  const { given, span, rows, compared, events } = found;
  const anew = (compared?.anew ?? []).map(
    ({ field, changed }): FieldChanges => ({
      table: 'accounts',
      field: field.is.name,
      rows: changed,
      signals: [],
      left: 'written anew',
    }),
  );
  const counts = compared ?? events.counts;
  const counted = rows === null ? [] : await countByField(scratch, rows, given.mapping);
  return {
    from: span.from,
    to: span.to,
    added: counts?.added ?? 0,
    gone: counts?.gone ?? 0,
    fields: [...counted, ...anew],
  };
}

async function countByField(
  scratch: Scratch,
  from: SqlRelation,
  mapping: FileMapping,
): Promise<readonly FieldChanges[]> {
  const by = [CHANGED_FIELD, 'kind', 'about'].map((name) => column(name));
  const counted = await scratch.engine.rows(
    select({
      columns: [...by, named(count(), 'rows')],
      from,
      groupBy: by,
      orderBy: [desc(count()), ...by.map((of) => asc(of))],
    }),
  );
  const fields = new Map<string, FieldChanges>();
  for (const { [CHANGED_FIELD]: changed, kind, about, rows: times } of counted) {
    const key = String(changed);
    const rows = Number(times);
    const signal = { kind: String(kind), about: about === null ? null : String(about), rows };
    const known = fields.get(key) ?? emptyChanges(key, mapping);
    const signals = known.signals.length < shown ? [...known.signals, signal] : known.signals;
    fields.set(key, { ...known, rows: known.rows + rows, signals });
  }
  return [...fields.values()].toSorted((one, two) => two.rows - one.rows);
}

function emptyChanges(key: string, mapping: FileMapping): FieldChanges {
  const at = key.indexOf('.');
  const [table, field] = [key.slice(0, at) as TableName, key.slice(at + 1)];
  const off = switchedOff(mapping).includes(key) ? 'switched off' : null;
  return {
    table,
    field,
    rows: 0,
    signals: [],
    left: filedFields(mapping).includes(key) ? 'filed elsewhere' : off,
  };
}
