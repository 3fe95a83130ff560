import {
  column,
  date,
  isNotNull,
  named,
  ne,
  type SqlQuery,
  type SqlRelation,
  type SqlSelect,
  select,
  text,
} from '../../base/sql/index.ts';
import { canonicalTables, type PartField } from '../../stages/dataset/index.ts';
import { type GivenParts, relationOf } from './given-parts.ts';
import type { Scratch } from './scratch.ts';

/** Numbers of each account on each dated import; an import without a date stands for its own day. */
export function observationQueries(
  scratch: Scratch,
  observedOn: string | null,
  { previous, earlier, written, fields }: GivenParts,
): readonly SqlQuery[] {
  const old = relationOf(scratch, previous?.parts.observations);
  const kept = old === null ? [] : [without(old, observedOn)];
  if (observedOn === null) return kept;
  const base = earlier.at(-1);
  const before = relationOf(scratch, base?.parts.accounts);
  const now = relationOf(scratch, written.get('accounts'));
  return [
    ...kept,
    ...(old !== null || base === undefined || before === null ? [] : observe(before, base.fields, base.day)),
    ...(now === null ? [] : observe(now, fields, observedOn)),
  ];
}

function without(from: SqlRelation, day: string | null): SqlSelect {
  const rows = select({ columns: canonicalTables.observations.map(({ name }) => column(name)), from });
  return day === null ? rows : { ...rows, where: ne(column('observed_on'), date(day)) };
}

function observe(from: SqlRelation, fields: readonly PartField[], day: string): readonly SqlQuery[] {
  const numbers = fields.filter(
    ({ table, kind }) => table === 'accounts' && (kind === 'number' || kind === 'money'),
  );
  return numbers.map(({ name }) =>
    select({
      columns: [
        column('account_id'),
        named(text(name), 'field'),
        named(column(name), 'value'),
        named(date(day), 'observed_on'),
      ],
      from,
      where: isNotNull(column(name)),
    }),
  );
}
