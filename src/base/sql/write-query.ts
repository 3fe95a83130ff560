import type { Writing } from './dialect-rules.ts';
import { quoteIdentifier } from './quote-identifier.ts';
import type { SqlQuery, SqlSelect } from './types.ts';
import { writeOrder } from './write-aggregate.ts';
import { writeRelation } from './write-relation.ts';

/** Writes a whole query. */
export function writeQuery(query: SqlQuery, writing: Writing): string {
  return query.kind === 'select'
    ? writeSelect(query, writing)
    : query.of.map((part) => `(${writing.query(part)})`).join(' UNION ALL ');
}

function writeSelect(query: SqlSelect, writing: Writing): string {
  const write = writing.expr;
  const withs = query.with.map((item) => `${quoteIdentifier(item.name)} AS (${writing.query(item.query)})`);
  const columns = query.columns.map(({ expr, as }) => `${write(expr)} AS ${quoteIdentifier(as)}`);
  const from = query.from === null ? null : writeRelation(query.from, writing);
  const conditions = [...(from?.filters ?? []), ...(query.where === null ? [] : [write(query.where)])];
  return [
    withs.length > 0 && `WITH ${withs.join(', ')}`,
    `SELECT ${query.distinct ? 'DISTINCT ' : ''}${columns.join(', ')}`,
    from && `FROM ${from.sql}`,
    conditions.length > 0 && `WHERE ${conditions.join(' AND ')}`,
    query.groupBy.length > 0 && `GROUP BY ${query.groupBy.map(write).join(', ')}`,
    query.having && `HAVING ${write(query.having)}`,
    query.orderBy.length > 0 && `ORDER BY ${writeOrder(query.orderBy, writing)}`,
    query.limit !== null && `LIMIT ${wholeNumber(query.limit)}`,
    query.offset !== null && `OFFSET ${wholeNumber(query.offset)}`,
  ]
    .filter((part) => typeof part === 'string')
    .join(' ');
}

function wholeNumber(count: number): string {
  if (!Number.isSafeInteger(count) || count < 0) throw new RangeError(`not a row count: ${count}`);
  return String(count);
}
