import {
  and,
  caseWhen,
  column,
  date,
  type Engine,
  isIn,
  le,
  max,
  named,
  type SqlRelation,
  select,
  when,
} from '../../base/sql/index.ts';
import type { SourceState } from '../../stages/dataset/index.ts';

/**
 * The day up to which the deals are known: the day that a person gave for a file of deals, else the last creation or
 * ending on record, no later than the import. An old export says nothing of the days after it.
 */
export async function lastDayOnRecord(
  engine: Engine,
  deals: SqlRelation,
  sources: readonly SourceState[],
): Promise<string | null> {
  const givers = sources.filter(({ parts }) => parts.deals !== undefined);
  const stated = latest(givers.map(({ observedOn }) => observedOn));
  if (stated !== null) return stated;
  const imported = latest(givers.map(({ importedAt }) => importedAt.slice(0, 10))) ?? '';
  const [created, closed] = [column('created_on'), column('closed_on')];
  const by = (day: typeof created) => le(day, date(imported));
  const ended = and([by(closed), isIn(column('outcome'), ['won', 'lost'])]);
  const [row] = await engine.rows(
    select({
      columns: [
        named(max(caseWhen([when(by(created), created)])), 'created'),
        named(max(caseWhen([when(ended, closed)])), 'ended'),
      ],
      from: deals,
    }),
  );
  return latest([row?.created ?? null, row?.ended ?? null].map((day) => (day === null ? null : String(day))));
}

function latest(days: readonly (string | null)[]): string | null {
  const known = days.filter((day) => day !== null).sort();
  return known.at(-1) ?? null;
}
