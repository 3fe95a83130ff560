import type { Writing } from './dialect-rules.ts';
import { aggregateNames, windowNames } from './standard-functions.ts';
import type { OrderTerm, SqlExpr } from './types.ts';

type AggregateExpr = Extract<SqlExpr, { kind: 'aggregate' }>;

/** Writes an aggregate with its filter and order; sums are real numbers in every engine. */
export function writeAggregate(expr: AggregateExpr, writing: Writing): string {
  const { types } = writing.rules;
  const [first = '', second = ''] = expr.args.map(writing.expr);
  const filter = expr.filter === null ? null : writing.expr(expr.filter);
  switch (expr.fn) {
    case 'count':
      return `COUNT(${first || '*'})${filtered([filter])}`;
    case 'countDistinct':
      return `COUNT(DISTINCT ${first})${filtered([filter])}`;
    case 'countDistinctAbout':
      return `${writing.rules.countAbout(first)}${filtered([filter])}`;
    case 'sum':
      return `CAST(${aggregateNames.sum}(${first})${filtered([filter])} AS ${types.double})`;
    case 'min':
    case 'max':
    case 'boolOr':
    case 'boolAnd':
    case 'bitOr':
      return `${aggregateNames[expr.fn]}(${first})${filtered([filter])}`;
    case 'argMin':
    case 'argMax':
      return writing.rules.first({
        value: first,
        orderBy: `${second} ${expr.fn === 'argMin' ? 'ASC' : 'DESC'}, ${first} ASC`,
        filter: filtered([`${second} IS NOT NULL`, `${first} IS NOT NULL`, filter]),
      });
    case 'join':
    case 'list':
      return writeList(expr, [first, second], writing);
    default:
      return expr.fn satisfies never;
  }
}

function writeList(
  expr: AggregateExpr,
  [value, separator]: readonly [string, string],
  writing: Writing,
): string {
  const { types, sortedList } = writing.rules;
  const [order] = expr.orderBy;
  const filter = filtered([`${value} IS NOT NULL`, expr.filter === null ? null : writing.expr(expr.filter)]);
  if (sortedList !== null && order && expr.orderBy.length === 1 && writing.expr(order.of) === value) {
    const list = `CAST(${sortedList({ value, order, filter })} AS ${types['text[]']})`;
    return expr.fn === 'list' ? list : `ARRAY_TO_STRING(${list}, ${separator})`;
  }
  const ordered = order === undefined ? '' : ` ORDER BY ${writeOrder(expr.orderBy, writing)}`;
  const text = `CAST(${value} AS ${types.text})`;
  return expr.fn === 'list'
    ? `ARRAY_AGG(${text}${ordered})${filter}`
    : `STRING_AGG(${text}, ${separator}${ordered})${filter}`;
}

/** Writes a window function over its partition and order. */
export function writeWindow(expr: Extract<SqlExpr, { kind: 'window' }>, writing: Writing): string {
  const args = expr.args.map(writing.expr).join(', ');
  const partition = expr.partitionBy.map(writing.expr).join(', ');
  const over = [
    partition && `PARTITION BY ${partition}`,
    expr.orderBy.length > 0 && `ORDER BY ${writeOrder(expr.orderBy, writing)}`,
  ].filter(Boolean);
  const written = `${windowNames[expr.fn]}(${args || (expr.fn === 'count' ? '*' : '')}) OVER (${over.join(' ')})`;
  return expr.fn === 'sum' ? `CAST(${written} AS ${writing.rules.types.double})` : written;
}

/** Writes the terms of an ORDER BY; the place of nulls is always said. */
export function writeOrder(terms: readonly OrderTerm[], writing: Writing): string {
  return terms
    .map(
      ({ of, direction, nulls }) =>
        `${writing.expr(of)} ${direction.toUpperCase()} NULLS ${nulls.toUpperCase()}`,
    )
    .join(', ');
}

function filtered(conditions: readonly (string | null)[]): string {
  const given = conditions.filter((condition) => condition !== null);
  return given.length === 0 ? '' : ` FILTER (WHERE ${given.join(' AND ')})`;
}
