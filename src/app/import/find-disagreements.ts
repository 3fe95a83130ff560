import { column, countWhere, min, named, type SqlQuery, select, subquery } from '../../base/sql/index.ts';
import {
  type Disagreement,
  type EntityPart,
  type FoldedField,
  type FoldPlan,
  type MergedField,
  saidValues,
  type TableName,
} from '../../stages/dataset/index.ts';
import type { Scratch } from './scratch.ts';

/** A table whose rows several sources describe, put together. */
export interface SharedRows {
  readonly table: TableName;
  readonly plan: FoldPlan;
  readonly parts: readonly EntityPart[];
  readonly merged: readonly MergedField[];
  readonly rows: SqlQuery;
}

/** The fields of which sources give one row different values, each with how many rows and one of them. */
export async function findDisagreements(
  scratch: Scratch,
  shared: SharedRows,
): Promise<readonly Disagreement[]> {
  const { table, merged, parts } = shared;
  if (parts.every(({ same }) => same === null)) return [];
  const differing = await differingFields(scratch, shared);
  const said = differing.length === 0 ? [] : await saidOf(scratch, shared, differing);
  return differing.map(({ folded: { field, ranks }, rows, key }, index) => {
    const values = said.flatMap(({ at, key: of, values: texts }) => {
      const value = texts[index] ?? null;
      return of !== key || value === null ? [] : [{ at, value, rank: ranks[at] ?? 0 }];
    });
    return {
      table,
      field: field.name,
      rows,
      sources: merged.find((each) => each.field.name === field.name)?.sources ?? [],
      example: { row: key, ...exampleOf(values, parts) },
    };
  });
}

interface Differing {
  readonly folded: FoldedField;
  readonly rows: number;
  /** The first of these rows. */
  readonly key: string;
}

async function differingFields(
  { engine }: Scratch,
  { plan, rows }: SharedRows,
): Promise<readonly Differing[]> {
  const asked = plan.fields.flatMap((folded) =>
    folded.differs === null ? [] : [{ folded, differs: column(folded.differs) }],
  );
  if (asked.length === 0) return [];
  const columns = asked.flatMap(({ differs }, index) => [
    named(countWhere(differs), `n${index}`),
    named(min(column(plan.key), { filter: differs }), `k${index}`),
  ]);
  const [row] = await engine.rows(select({ columns, from: subquery(rows, 'folded') }));
  return asked.flatMap(({ folded }, index) => {
    const count = Number(row?.[`n${index}`] ?? 0);
    return count === 0 ? [] : [{ folded, rows: count, key: String(row?.[`k${index}`]) }];
  });
}

interface Said {
  /** Which part says it. */
  readonly at: number;
  readonly key: string;
  /** By differing field; null where the part does not know. */
  readonly values: readonly (string | null)[];
}

/** What each part says of the rows that stand as examples. */
async function saidOf(
  { engine }: Scratch,
  { plan, parts }: SharedRows,
  differing: readonly Differing[],
): Promise<readonly Said[]> {
  const keys = [...new Set(differing.map(({ key }) => key))];
  const fields = differing.map(({ folded }) => folded.field);
  const said: Said[] = [];
  for (const [at, part] of parts.entries()) {
    for (const row of await engine.rows(saidValues(part, { fields, keys, key: plan.key }))) {
      const values = fields.map((_, index) => row[`v${index}`] ?? null);
      said.push({
        at,
        key: String(row.key),
        values: values.map((value) => (value === null ? null : String(value))),
      });
    }
  }
  return said;
}

/** What counts, and the value that differs from it and counts last. */
function exampleOf(
  values: readonly { readonly at: number; readonly value: string; readonly rank: number }[],
  parts: readonly EntityPart[],
): Pick<Disagreement['example'], 'taken' | 'other'> {
  const inOrder = values.toSorted((one, two) => one.rank - two.rank || (one.value < two.value ? -1 : 1));
  const taken = inOrder[0];
  const other = inOrder.findLast(({ value }) => value !== taken?.value);
  const of = (said: typeof taken) => ({
    source: said === undefined ? '' : (parts[said.at]?.source ?? ''),
    value: said?.value ?? '',
  });
  return { taken: of(taken), other: of(other) };
}
