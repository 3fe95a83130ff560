import {
  call,
  caseWhen,
  cast,
  column,
  eq,
  isIn,
  join,
  named,
  type SqlExpr,
  type SqlQuery,
  type SqlRelation,
  select,
  text,
  union,
  when,
} from '../../base/sql/index.ts';
import { type EntityPart, SAME } from './join-entities.ts';
import { columnsFromPart, knownAmong } from './join-fields.ts';
import { aliased, partColumns } from './join-tables.ts';
import type { PartField } from './types.ts';

/** A value, by the expressions for the columns of its field, as text; a band as its ends. */
export function valueText({ banded }: PartField, [value, low, high]: readonly SqlExpr[]): SqlExpr {
  const exact = cast(value as SqlExpr, 'text');
  if (!banded || low === undefined || high === undefined) return exact;
  return call('coalesce', exact, call('concat', cast(low, 'text'), text('-'), cast(high, 'text')));
}

/**
 * What one part says of some rows, named by their keys over all parts: `key` and a column `v0`, `v1` ... per field,
 * as text; null where the part does not fill it or does not know.
 */
export function saidValues(
  part: EntityPart,
  {
    fields,
    keys,
    key,
  }: { readonly fields: readonly PartField[]; readonly keys: readonly string[]; readonly key: string },
): SqlQuery {
  const rowsOf = (from: SqlRelation, id: SqlExpr) =>
    select({
      columns: [
        named(id, 'key'),
        ...fields.map((field, index) => named(saidValue(part, field), `v${index}`)),
      ],
      from,
      where: isIn(id, keys),
    });
  const rows = (from: SqlRelation) => aliased(from, [key, ...partColumns(part)], 'r');
  const fresh = rowsOf(rows(part.fresh), column(key, 'r'));
  if (part.same === null) return fresh;
  const same = aliased(part.same, [SAME.own, SAME.known], 'm');
  const joined = join(same, rows(part.from), eq(column(SAME.own, 'm'), column(key, 'r')));
  return union([fresh, rowsOf(joined, column(SAME.known, 'm'))]);
}

function saidValue({ fields }: EntityPart, field: PartField): SqlExpr {
  const own = fields.find(({ name }) => name === field.name) ?? null;
  const values = columnsFromPart(field, own, 'r');
  return caseWhen([when(knownAmong(field, values), valueText(field, values))]);
}
