import {
  call,
  cast,
  column,
  eq,
  integer,
  join,
  named,
  type SqlRelation,
  type SqlSelect,
  select,
  subquery,
  text,
  union,
} from '../../base/sql/index.ts';
import { byTrust, type EntityPart, SAME } from './join-entities.ts';
import { columnsFromPart, isKnown } from './join-fields.ts';
import { aliased, partColumns } from './join-tables.ts';
import type { PartField } from './types.ts';

/**
 * What each source that knows a field says of each row: `key`, `value` as text, `source` and `rank` (0 counts). Null
 * when fewer than two sources fill it.
 */
export function knownValues(
  parts: readonly EntityPart[],
  { field, key }: { readonly field: PartField; readonly key: string },
): SqlSelect | null {
  const givers = byTrust(parts, field.name).filter(({ fields }) =>
    fields.some(({ name }) => name === field.name),
  );
  if (givers.length < 2) return null;
  const queries = givers.flatMap((part, rank) => {
    const own = part.fields.find(({ name }) => name === field.name) ?? field;
    const rowsOf = (from: SqlRelation, of: string, alias: string) =>
      select({
        columns: [
          named(column(of, alias), 'key'),
          named(valueText(field, own), 'value'),
          named(text(part.source), 'source'),
          named(integer(rank), 'rank'),
        ],
        from,
        where: isKnown(own, 'r'),
      });
    const names = [key, ...partColumns(part)];
    const fresh = rowsOf(aliased(part.fresh, names, 'r'), key, 'r');
    if (part.same === null) return [fresh];
    const same = aliased(part.same, [SAME.own, SAME.known], 'm');
    const rows = join(same, aliased(part.from, names, 'r'), eq(column(SAME.own, 'm'), column(key, 'r')));
    return [fresh, rowsOf(rows, SAME.known, 'm')];
  });
  const columns = ['key', 'value', 'source', 'rank'].map((name) => column(name));
  return select({ columns, from: subquery(union(queries), 'known') });
}

/** A value as text; a band as its ends. */
function valueText(field: PartField, own: PartField) {
  const [value, low, high] = columnsFromPart(field, own, 'r').map((of) => cast(of, 'text'));
  const exact = value ?? column(own.name, 'r');
  if (!field.banded || low === undefined || high === undefined) return exact;
  return call('coalesce', exact, call('concat', low, text('-'), high));
}
