import {
  type Cell,
  type Engine,
  named,
  type SqlExpr,
  type SqlQuery,
  select,
} from '../../src/base/sql/index.ts';

/** The value that the engine computes for one expression. */
export async function evaluate(engine: Engine, expr: SqlExpr): Promise<Cell> {
  const [row] = await engine.rows(select({ columns: [named(expr, 'value')] }));
  return row?.value ?? null;
}

/** The rows of a query as lists of cells, in the order of its columns. */
export async function cellsOf(engine: Engine, query: SqlQuery): Promise<readonly (readonly Cell[])[]> {
  const rows = await engine.rows(query);
  return rows.map((row) => Object.values(row));
}
