import { type SqlQuery, type SqlRelation, select } from '../../base/sql/index.ts';
import { type EntityPart, type FoldPlan, foldColumns, foldPart } from '../../stages/dataset/index.ts';
import type { Scratch } from './scratch.ts';

/** The rows that the parts so far make, one per thing. */
export interface Folded {
  /** Null before the first part. */
  readonly rows: SqlQuery | null;
  /** The table in which they stand as far as parts were joined; null while none was. */
  readonly kept: SqlRelation | null;
  readonly parts: number;
}

export const nothingFolded: Folded = { rows: null, kept: null, parts: 0 };

/**
 * Puts one more part to the rows so far. A part with rows that are there already is joined and the result kept in
 * place of the one before: so each step holds one join, however many parts there are.
 */
export async function foldNext(
  scratch: Scratch,
  plan: FoldPlan,
  { before, part }: { readonly before: Folded; readonly part: EntityPart },
): Promise<Folded> {
  const rows = foldPart(plan, { before: before.rows, part, at: before.parts });
  const parts = before.parts + 1;
  if (before.rows === null || part.same === null) return { rows, kept: before.kept, parts };
  const kept = await scratch.keep(rows);
  if (before.kept !== null) await scratch.drop(before.kept);
  return { rows: select({ columns: foldColumns(plan), from: kept }), kept, parts };
}
