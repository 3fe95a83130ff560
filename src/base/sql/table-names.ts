import type { SqlQuery, SqlRelation } from './types.ts';

/** Names of the engine's tables that a query reads; names that it defines itself with WITH are left out. */
export function tableNames(query: SqlQuery): ReadonlySet<string> {
  const named = new Set<string>();
  const defined = new Set<string>();
  visitQuery(query, named, defined);
  return new Set([...named].filter((name) => !defined.has(name)));
}

function visitQuery(query: SqlQuery, named: Set<string>, defined: Set<string>): void {
  if (query.kind === 'union') {
    for (const part of query.of) visitQuery(part, named, defined);
    return;
  }
  for (const item of query.with) {
    defined.add(item.name);
    visitQuery(item.query, named, defined);
  }
  if (query.from !== null) visitRelation(query.from, named, defined);
}

function visitRelation(relation: SqlRelation, named: Set<string>, defined: Set<string>): void {
  switch (relation.kind) {
    case 'table':
      named.add(relation.name);
      return;
    case 'query':
      visitQuery(relation.query, named, defined);
      return;
    case 'unnest':
      visitRelation(relation.from, named, defined);
      return;
    case 'join':
      visitRelation(relation.left, named, defined);
      visitRelation(relation.right, named, defined);
      return;
    case 'parquet':
    case 'csv':
    case 'values':
      return;
    default:
      relation satisfies never;
  }
}
