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

/** What a table for import is read from. */
export interface ImportTables {
  /** With the alias `m`. */
  readonly mirror: SqlRelation;
  readonly several: SeveralLabels;
  /** Companies that merges took (`id`, `into`), with the alias `aliases`; null when there are none. */
  readonly aliases: SqlRelation | null;
}

/** The table that is imported from a mirror: texts `c1..cn`, one per column, in the order of the mirror. */
export function importQuery(
  columns: readonly ImportColumn[],
  { mirror, several, aliases }: ImportTables,
): SqlSelect {
  let from: SqlRelation = mirror;
  const cells: SqlExpr[] = [];
  for (const [place, { from: name, isCompany, ...said }] of columns.entries()) {
    const labels = said.several ? (several.get(name) ?? null) : said.labels;
    const cell = column(name, 'm');
    if (aliases !== null && isCompany) {
      from = leftJoin(from, aliases, eq(cell, column('id', 'aliases')));
      cells.push(call('coalesce', column('into', 'aliases'), cell));
      continue;
    }
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
