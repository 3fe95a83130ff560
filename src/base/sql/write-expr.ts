import type { Writing } from './dialect-rules.ts';
import { quoteIdentifier } from './quote-identifier.ts';
import { standardFunctions } from './standard-functions.ts';
import type { SqlExpr, SqlType } from './types.ts';
import { writeAggregate, writeWindow } from './write-aggregate.ts';

/** Writes one expression; values go to the statement's parameters. */
export function writeExpr(expr: SqlExpr, writing: Writing): string {
  const write = writing.expr;
  switch (expr.kind) {
    case 'column':
      return (expr.table === null ? '' : `${quoteIdentifier(expr.table)}.`) + quoteIdentifier(expr.name);
    case 'literal':
      return writeLiteral(expr.value, expr.type, writing);
    case 'compare':
    case 'arithmetic':
      return writeOperator(expr, writing);
    case 'and':
      return expr.of.length === 0 ? 'TRUE' : `(${expr.of.map(write).join(' AND ')})`;
    case 'or':
      return expr.of.length === 0 ? 'FALSE' : `(${expr.of.map(write).join(' OR ')})`;
    case 'not':
      return `(NOT ${write(expr.of)})`;
    case 'isNull':
      return `(${write(expr.of)} IS ${expr.negated ? 'NOT ' : ''}NULL)`;
    case 'in':
      return writeIn(expr, writing);
    case 'case':
      return writeCase(expr, writing);
    case 'call':
      return (writing.rules.functions[expr.fn] ?? standardFunctions[expr.fn])(
        expr.args.map(write),
        writing.bind,
      );
    case 'aggregate':
      return writeAggregate(expr, writing);
    case 'window':
      return writeWindow(expr, writing);
    case 'cast':
      return writeCast(expr, writing);
    default:
      return expr satisfies never;
  }
}

/** Writes a value as a typed placeholder. */
export function writeLiteral(
  value: Extract<SqlExpr, { kind: 'literal' }>['value'],
  type: SqlType,
  { rules, bind }: Writing,
): string {
  return collated(`CAST(${bind(value, type)} AS ${rules.types[type]})`, type, rules);
}

function writeOperator(expr: Extract<SqlExpr, { kind: 'compare' | 'arithmetic' }>, writing: Writing): string {
  const left = writing.expr(expr.left);
  const right = writing.expr(expr.right);
  if (expr.op !== '/') return `(${left} ${expr.op} ${right})`;
  const real = writing.rules.types.double;
  return `(CAST(${left} AS ${real}) / NULLIF(CAST(${right} AS ${real}), 0))`;
}

function writeIn(expr: Extract<SqlExpr, { kind: 'in' }>, writing: Writing): string {
  if (expr.values.length === 0) return 'FALSE';
  const listed = expr.values.map((value) => writeLiteral(value, expr.type, writing));
  return `(${writing.expr(expr.of)} IN (${listed.join(', ')}))`;
}

function writeCase(expr: Extract<SqlExpr, { kind: 'case' }>, writing: Writing): string {
  const otherwise = expr.otherwise === null ? 'NULL' : writing.expr(expr.otherwise);
  if (expr.whens.length === 0) return otherwise;
  const branches = expr.whens.map(
    ({ when, value }) => `WHEN ${writing.expr(when)} THEN ${writing.expr(value)}`,
  );
  return `CASE ${branches.join(' ')} ELSE ${otherwise} END`;
}

function writeCast({ of, type, lenient }: Extract<SqlExpr, { kind: 'cast' }>, writing: Writing): string {
  const { rules } = writing;
  const written = writing.expr(of);
  const cast = lenient ? rules.lenientCast(written, type) : `CAST(${written} AS ${rules.types[type]})`;
  return collated(cast, type, rules);
}

function collated(written: string, type: SqlType, rules: Writing['rules']): string {
  return type === 'text' || type === 'text[]' ? rules.collate(written) : written;
}
