import { asc, column, count, desc, isNotNull, named, select, unnest } from '../../base/sql/index.ts';
import {
  disguisedBlanks,
  type Field,
  groupSpellings,
  nearDuplicates,
  type QualityColumn,
  type TextCount,
} from '../../stages/dataset/index.ts';
import type { CurrentData } from '../current-data.ts';
import type { Workspace } from '../workspace.ts';
import { fieldCommand, mergeOptions } from './fix-command.ts';
import { withFix } from './to-finding.ts';
import type { Finding } from './types.ts';

/** Different values of one field that are compared with each other, at most: the commonest. */
const mostValues = 5_000;

/** Spellings of one value, and words that stand for nothing, in a field of categories. */
export async function valueFindings(
  workspace: Workspace,
  data: CurrentData,
  field: Field,
): Promise<readonly Finding[]> {
  if (field.kind !== 'category' && field.kind !== 'set') return [];
  const { table, name } = field;
  const values = await readValues(workspace, data, field);
  const read: QualityColumn = { table, field: name, values, of: field.coverage.known };
  const groups = groupSpellings(values);
  const twins = groups.flatMap(({ suggested, spellings }) =>
    spellings.slice(1).map(({ value }) => ({ from: value, to: suggested })),
  );
  const blanks = disguisedBlanks(read);
  const empties = values.filter(({ value }) => blankAlone(read, value));
  const mend = (pairs: readonly { from: string; to: string }[]) => {
    const options = field.kind === 'set' ? null : mergeOptions(pairs);
    return options === null ? null : fieldCommand(data, field, options);
  };
  const spellings = nearDuplicates(read);
  const message = `${groups.length} ${groups.length === 1 ? 'value' : 'values'} of \`${name}\` in several spellings: what belongs together is counted apart`;
  return [
    ...withFix(spellings === null ? null : { ...spellings, message }, mend(twins)),
    ...withFix(blanks, mend(empties.map(({ value }) => ({ from: value, to: '' })))),
  ];
}

function blankAlone(read: QualityColumn, value: string): boolean {
  return disguisedBlanks({ ...read, values: [{ value, count: 1 }] }) !== null;
}

/** The catalog lists the 200 commonest values; misspellings are among the rare ones. */
async function readValues(
  workspace: Workspace,
  data: CurrentData,
  field: Field,
): Promise<readonly TextCount[]> {
  if (field.values.length >= field.distinct) return field.values;
  const table = data.tables[field.table];
  if (table === undefined) return [];
  const listed = field.kind === 'set';
  const value = column(listed ? 'element' : field.name);
  const rows = await workspace.engine.rows(
    select({
      columns: [named(value, 'value'), named(count(), 'rows')],
      from: listed ? unnest(table, { of: column(field.name), as: 'element', alias: 'u' }) : table,
      where: isNotNull(value),
      groupBy: [value],
      orderBy: [desc(count()), asc(value)],
      limit: mostValues,
    }),
  );
  return rows.map((row) => ({ value: String(row.value), count: Number(row.rows) }));
}
