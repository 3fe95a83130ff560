import {
  column,
  eq,
  join,
  type NamedExpr,
  named,
  type SqlRelation,
  type SqlSelect,
  select,
  subquery,
} from '../../base/sql/index.ts';
import { type PlacedReader, ROW, STAGED, typedColumns, withDictionaries } from './plan-reader.ts';

/** What some readers give of every row, typed before and kept with the numbers of the rows. */
export interface TypedSlice {
  readonly from: SqlRelation;
  readonly readers: readonly PlacedReader[];
}

/** What some readers give of every row of a file with what is staged for them. */
export function typedSlice(staged: SqlRelation, readers: readonly PlacedReader[]): SqlSelect {
  const columns = [named(column(ROW, STAGED), ROW), ...readers.flatMap(typedColumns)];
  return select({ columns, from: withDictionaries(staged, readers) });
}

/** The same from slices that were typed before. */
export function joinSlices(slices: readonly TypedSlice[]): SqlSelect {
  const [first, ...others] = slices as readonly [TypedSlice, ...TypedSlice[]];
  const columns = [column(ROW), ...slices.flatMap(({ readers }) => readers.flatMap(typedNames))];
  const from = subquery(typedBefore(first, ROW), STAGED);
  return select({ columns, from: withSlices(from, others) });
}

/** A staged file with slices beside it, row by row. */
export function withSlices(staged: SqlRelation, slices: readonly TypedSlice[]): SqlRelation {
  return slices.reduce((from, slice, index) => {
    const row = `row${index + 1}`;
    const right = subquery(typedBefore(slice, row), `t${index + 1}`);
    return join(from, right, eq(column(ROW, STAGED), column(row)));
  }, staged);
}

function typedBefore({ from, readers }: TypedSlice, row: string): SqlSelect {
  return select({ columns: [named(column(ROW), row), ...readers.flatMap(typedNames)], from });
}

/** The columns of a reader where its values were typed before. */
export function typedNames(reader: PlacedReader): readonly NamedExpr[] {
  return typedColumns(reader).map(({ as }) => named(column(as), as));
}
