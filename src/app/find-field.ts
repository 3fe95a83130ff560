import { BestfitError } from '../base/errors/index.ts';
import { foldText, nearestWord } from '../base/expr/index.ts';
import type { Field, TableName } from '../stages/dataset/index.ts';
import type { CurrentData } from './current-data.ts';

/** How a person names a field: its name, `table.name`, or its label as the file has it. */
export interface FieldName {
  readonly table: TableName | null;
  readonly field: string;
}

/** The field that was meant. Refuses with `field.missing`, naming the nearest, or `field.ambiguous`. */
export function findField({ fields }: Pick<CurrentData, 'fields'>, { table, field }: FieldName): Field {
  const wanted = field.trim();
  const open = fields.filter((each) => table === null || each.table === table);
  const byName = open.filter((each) => each.name === wanted || `${each.table}.${each.name}` === wanted);
  const found = byName.length > 0 ? byName : open.filter((each) => foldText(each.label) === foldText(wanted));
  const [only] = found;
  if (only !== undefined && found.length === 1) return only;
  if (found.length > 1) {
    throw new BestfitError('field.ambiguous', { field: wanted, tables: found.map((each) => each.table) });
  }
  const names = open.flatMap((each) => [each.name, each.label]);
  const near = nearestWord(wanted, names);
  const nearest = open.find((each) => each.name === near || each.label === near)?.name ?? null;
  throw new BestfitError('field.missing', { field: wanted, table, nearest });
}
