import { BestfitError } from '../../base/errors/index.ts';
import { column, count, isIn, named, select, unnest } from '../../base/sql/index.ts';
import { type Field, nearest } from '../../stages/dataset/index.ts';
import type { CurrentData } from '../current-data.ts';
import { distinctTexts } from '../distinct-texts.ts';
import type { Workspace } from '../workspace.ts';
import type { Spelling } from './types.ts';

const mostCandidates = 20_000;

/** A spelling with the rows that had it. */
export interface MergedSpelling extends Spelling {
  readonly rows: number;
}

/** How many rows each merge changes; refuses a value that no row has, naming the nearest. */
export async function countMerged(
  workspace: Workspace,
  data: CurrentData,
  { field, merge }: { readonly field: Field; readonly merge: readonly Spelling[] },
): Promise<readonly MergedSpelling[]> {
  const table = data.tables[field.table];
  if (merge.length === 0 || table === undefined) return [];
  const name = field.kind === 'set' ? 'element' : field.name;
  const from = field.kind === 'set' ? unnest(table, { of: column(field.name), as: name, alias: 'u' }) : table;
  const value = column(name);
  const found = await workspace.engine.rows(
    select({
      columns: [named(value, 'value'), named(count(), 'rows')],
      from,
      where: isIn(
        value,
        merge.map((spelling) => spelling.from),
      ),
      groupBy: [value],
    }),
  );
  const rows = new Map(found.map((row) => [String(row.value), Number(row.rows)]));
  const missing = merge.find((spelling) => !rows.has(spelling.from));
  if (missing === undefined) return merge.map((each) => ({ ...each, rows: rows.get(each.from) ?? 0 }));
  const values = await distinctTexts(workspace, from, { column: name, limit: mostCandidates });
  throw new BestfitError('field.value-missing', {
    field: field.name,
    value: missing.from,
    nearest: nearest(missing.from, values),
  });
}
