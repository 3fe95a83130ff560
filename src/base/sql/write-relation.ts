import { BestfitError } from '../errors/index.ts';
import type { Writing } from './dialect-rules.ts';
import { quoteIdentifier } from './quote-identifier.ts';
import type { SqlExpr, SqlRelation } from './types.ts';
import { writeLiteral } from './write-expr.ts';

/**
 * A relation as FROM text, with conditions that the reader of the relation must add to its WHERE. There are such
 * conditions only where an engine has no semi join: the condition then moves outward, past inner joins and the
 * left side of left joins, which leaves the result the same.
 */
interface WrittenRelation {
  readonly sql: string;
  /** More than one relation, so that it needs brackets on the right side of a join. */
  readonly joined: boolean;
  readonly filters: readonly string[];
}

/** Writes what a query reads from. */
export function writeRelation(relation: SqlRelation, writing: Writing): WrittenRelation {
  if (relation.kind === 'join') return writeJoin(relation, writing);
  return { sql: writeSource(relation, writing), joined: false, filters: [] };
}

function writeSource(relation: Exclude<SqlRelation, { kind: 'join' }>, writing: Writing): string {
  const { rules, bind } = writing;
  switch (relation.kind) {
    case 'table':
      return `${rules.table(relation.name)} AS ${quoteIdentifier(relation.alias ?? relation.name)}`;
    case 'parquet':
      if (rules.parquet === null) throw notSupported(writing, 'reading Parquet files');
      return rules.parquet(relation, bind) + aliased(relation.alias);
    case 'csv':
      if (rules.csv === null) throw notSupported(writing, 'reading delimited text files');
      return rules.csv(relation, bind) + aliased(relation.alias);
    case 'query':
      return `(${writing.query(relation.query)})${aliased(relation.alias)}`;
    case 'values':
      return writeValues(relation, writing);
    case 'unnest':
      return writeUnnest(relation, writing);
    default:
      return relation satisfies never;
  }
}

function writeUnnest(relation: Extract<SqlRelation, { kind: 'unnest' }>, writing: Writing): string {
  const from = writeRelation(relation.from, writing);
  const element = `UNNEST(${writing.expr(relation.of)}) AS ${quoteIdentifier(relation.as)}`;
  return `(SELECT *, ${element} FROM ${from.sql}${where(from.filters)})${aliased(relation.alias)}`;
}

function writeValues(relation: Extract<SqlRelation, { kind: 'values' }>, writing: Writing): string {
  const { columns, rows } = relation;
  const row = (cells: (typeof rows)[number]) =>
    columns.map(({ type }, index) => writeLiteral(cells[index] ?? null, type, writing)).join(', ');
  const names = columns.map(({ name }) => quoteIdentifier(name)).join(', ');
  const body =
    rows.length === 0
      ? `SELECT ${row([])} WHERE FALSE`
      : `VALUES ${rows.map((cells) => `(${row(cells)})`).join(', ')}`;
  return `(${body}) AS ${quoteIdentifier(relation.alias)}(${names})`;
}

const joinWords = {
  inner: 'JOIN',
  cross: 'CROSS JOIN',
  left: 'LEFT JOIN',
  semi: 'SEMI JOIN',
  anti: 'ANTI JOIN',
};

function writeJoin(relation: Extract<SqlRelation, { kind: 'join' }>, writing: Writing): WrittenRelation {
  const left = writeRelation(relation.left, writing);
  const right = writeRelation(relation.right, writing);
  const { type } = relation;
  if ((type === 'semi' || type === 'anti') && writing.rules.semiJoins === 'exists') {
    const inside = where([...on(relation.on, writing), ...right.filters]);
    const exists = `${type === 'anti' ? 'NOT ' : ''}EXISTS (SELECT 1 FROM ${right.sql}${inside})`;
    return { ...left, filters: [...left.filters, exists] };
  }
  const sql = `${left.sql} ${joinWords[type]} ${right.joined ? `(${right.sql})` : right.sql}`;
  if (type === 'cross') return { sql, joined: true, filters: [...left.filters, ...right.filters] };
  const conditions = [...on(relation.on, writing), ...right.filters];
  return { sql: `${sql} ON ${conditions.join(' AND ') || 'TRUE'}`, joined: true, filters: left.filters };
}

function on(condition: SqlExpr | null, writing: Writing): readonly string[] {
  return condition === null ? [] : [writing.expr(condition)];
}

function where(conditions: readonly string[]): string {
  return conditions.length === 0 ? '' : ` WHERE ${conditions.join(' AND ')}`;
}

function aliased(alias: string | null): string {
  return alias === null ? '' : ` AS ${quoteIdentifier(alias)}`;
}

function notSupported(writing: Writing, feature: string): BestfitError {
  return new BestfitError('system.not-supported', { engine: writing.rules.name, feature });
}
