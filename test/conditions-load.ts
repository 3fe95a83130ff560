import type { ExprRecord, Value } from '../src/base/expr/index.ts';
import {
  type Cell,
  type ColumnInfo,
  type ConditionSources,
  type Engine,
  type SqlType,
  table,
} from '../src/base/sql/index.ts';
import { SHAPES } from './conditions-arbitraries.ts';

const TYPES: Readonly<Record<string, SqlType>> = {
  category: 'text',
  text: 'text',
  number: 'double',
  money: 'double',
  year: 'integer',
  date: 'date',
  boolean: 'boolean',
  set: 'text[]',
};

const ID: ColumnInfo = { name: 'account_id', type: 'text' };
const named = (columns: Readonly<Record<string, SqlType>>): readonly ColumnInfo[] => [
  ID,
  ...Object.entries(columns).map(([name, type]) => ({ name, type })),
];

/** Loads records as canonical tables; the account's id is its place in the list. */
export async function loadRecords(engine: Engine, records: readonly ExprRecord[]): Promise<ConditionSources> {
  const rowsOf = (cells: (record: ExprRecord) => readonly (readonly Cell[])[]) =>
    records.flatMap((record, id) => cells(record).map((row) => [String(id), ...row]));
  await engine.load(
    'accounts',
    [ID, ...accountColumns()],
    rowsOf((record) => [accountCells(record)]),
  );
  await engine.load(
    'technologies',
    named({ technology: 'text', category: 'text', first_seen: 'date' }),
    rowsOf(({ technologies }) => technologies.map((t) => [t.technology, t.category, t.firstSeen])),
  );
  await engine.load(
    'signals',
    named({ kind: 'text', about: 'text', observed_on: 'date', strength: 'double' }),
    rowsOf(({ signals }) => signals.map((s) => [s.kind, s.about, s.observedOn, s.strength])),
  );
  await engine.load(
    'coverage',
    named({ scope: 'text', checked_on: 'date' }),
    rowsOf(({ coverage }) => coverage.map((c) => [c.scope, c.checkedOn])),
  );
  await engine.load(
    'observations',
    named({ field: 'text', value: 'double', observed_on: 'date' }),
    rowsOf(({ observations }) => observations.map((o) => [o.field, o.value, o.observedOn])),
  );
  return {
    accounts: table('accounts'),
    technologies: table('technologies'),
    signals: table('signals'),
    coverage: table('coverage'),
    observations: table('observations'),
    shapeOf: (field) => SHAPES[field] ?? null,
  };
}

/** The columns of an account beside its id. */
export function accountColumns(): readonly ColumnInfo[] {
  return Object.entries(SHAPES).flatMap(([name, { kind, banded, mixedCurrency }]): ColumnInfo[] => [
    { name, type: TYPES[kind] ?? 'text' },
    ...(banded
      ? ([`${name}_low`, `${name}_high`] as const).map((end) => ({ name: end, type: 'double' as const }))
      : []),
    ...(mixedCurrency ? [{ name: `${name}_currency`, type: 'text' as const }] : []),
  ]);
}

function accountCells({ values, currencies }: ExprRecord): readonly Cell[] {
  return Object.entries(SHAPES).flatMap(([name, { banded, mixedCurrency }]) => [
    ...(banded ? bandCells(values[name] ?? null) : [values[name] as Cell]),
    ...(mixedCurrency ? [currencies[name] ?? null] : []),
  ]);
}

/** An open end is now infinity, now null: both say the same. */
function bandCells(value: Value): readonly Cell[] {
  if (value === null || typeof value !== 'object' || !('low' in value))
    return [value, value as Cell, value as Cell];
  const { low, high } = value;
  return [
    null,
    low === Number.NEGATIVE_INFINITY && high < 20 ? null : low,
    high === Number.POSITIVE_INFINITY && low < 20 ? null : high,
  ];
}
