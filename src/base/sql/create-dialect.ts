import type { Bind, DialectRules, Writing } from './dialect-rules.ts';
import { quoteIdentifier } from './quote-identifier.ts';
import type { Dialect, SqlStatement } from './types.ts';
import { writeExpr } from './write-expr.ts';
import { writeQuery } from './write-query.ts';

/**
 * The common writer in one engine's way. The same value of the same type is bound once, so that an expression
 * written twice (in SELECT and in GROUP BY) stays the same text.
 *
 * @example
 * const dialect = createDialect(rules);
 * dialect.write(select({ columns: [named(count(), 'n')], from: table('accounts') })).sql;
 */
export function createDialect(rules: DialectRules): Dialect {
  return {
    name: rules.name,
    identifier: quoteIdentifier,
    write: (query) => {
      const { bind, params } = binder();
      const writing: Writing = {
        rules,
        bind,
        expr: (part) => writeExpr(part, writing),
        query: (part) => writeQuery(part, writing),
      };
      return { sql: writeQuery(query, writing), params };
    },
  };
}

function binder(): { readonly bind: Bind; readonly params: SqlStatement['params'] } {
  const params: SqlStatement['params'][number][] = [];
  const places = new Map<string, string>();
  const bind: Bind = (value, type) => {
    const key = `${type} ${typeof value} ${Array.isArray(value) ? JSON.stringify(value) : String(value)}`;
    const known = places.get(key);
    if (known !== undefined) return known;
    params.push(value);
    const place = `$${params.length}`;
    places.set(key, place);
    return place;
  };
  return { bind, params };
}
