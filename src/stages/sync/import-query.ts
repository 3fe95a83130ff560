import {
  call,
  column,
  eq,
  leftJoin,
  named,
  type SqlExpr,
  type SqlRelation,
  type SqlSelect,
  select,
  values,
} from '../../base/sql/index.ts';
import type { ImportColumn } from './import-columns.ts';

/** Texts of several values in one cell, each with what it is written as, by column of the mirror. */
export type SeveralLabels = ReadonlyMap<string, ReadonlyMap<string, string>>;

/** The table that is imported from a mirror: texts `c1..cn`, one per column, in the order of the mirror. */
export function importQuery(
  columns: readonly ImportColumn[],
  { mirror, several }: { readonly mirror: SqlRelation; readonly several: SeveralLabels },
): SqlSelect {
  let from: SqlRelation = mirror;
  const cells: SqlExpr[] = [];
  for (const [place, { from: name, ...said }] of columns.entries()) {
    const labels = said.several ? (several.get(name) ?? null) : said.labels;
    const cell = column(name, 'm');
    if (labels === null || labels.size === 0) {
      cells.push(cell);
      continue;
    }
    const alias = `d${place + 1}`;
    from = leftJoin(from, labelTable(labels, alias), eq(cell, column('value', alias)));
    cells.push(call('coalesce', column('label', alias), cell));
  }
  return select({ columns: cells.map((cell, place) => named(cell, `c${place + 1}`)), from });
}

function labelTable(labels: ReadonlyMap<string, string>, alias: string): SqlRelation {
  const types = [
    { name: 'value', type: 'text' as const },
    { name: 'label', type: 'text' as const },
  ];
  return values(types, [...labels], alias);
}

/** A text of several values with the label of each. */
export function labelSeveral(text: string, labels: ReadonlyMap<string, string>): string {
  return text
    .split(';')
    .map((value) => labels.get(value) ?? value)
    .join(';');
}
