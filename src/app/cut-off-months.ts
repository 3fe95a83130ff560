import {
  and,
  column,
  count,
  date,
  isIn,
  isNotNull,
  isNull,
  le,
  named,
  or,
  select,
} from '../base/sql/index.ts';
import { type DatedDeals, type TruncatedMonths, truncatedOutcomes } from '../stages/dataset/index.ts';
import type { CurrentData } from './current-data.ts';
import type { Workspace } from './workspace.ts';

/** Months of which the outcomes are cut off by where records begin or end, and the number of all dated deals. */
export async function cutOffMonths(
  workspace: Workspace,
  data: CurrentData,
  asOf: string,
): Promise<{ readonly cut: readonly TruncatedMonths[]; readonly deals: number }> {
  const deals = await datedDeals(workspace, data, asOf);
  const days = deals.flatMap(({ created, closed }) => (closed === null ? [created] : [created, closed]));
  const until = days.toSorted().at(-1) ?? '';
  return {
    cut: deals.length === 0 ? [] : truncatedOutcomes(deals, until),
    deals: deals.reduce((sum, each) => sum + each.deals, 0),
  };
}

/** `2017-06 to 2017-12`: the first and the last of months in order. */
export function spanWords(months: TruncatedMonths['months']): string {
  const [first, last] = [months[0]?.month, months.at(-1)?.month];
  return first === last ? `${first}` : `${first} to ${last}`;
}

async function datedDeals(
  workspace: Workspace,
  data: CurrentData,
  asOf: string,
): Promise<readonly DatedDeals[]> {
  const from = data.tables.deals;
  const has = ['created_on', 'closed_on', 'outcome'].every((name) => data.field('deals', name) !== null);
  if (from === undefined || !has) return [];
  const keys = [column('created_on'), column('outcome'), column('closed_on')];
  const rows = await workspace.engine.rows(
    select({
      columns: [...keys, named(count(), 'deals')],
      from,
      where: and([
        isNotNull(column('created_on')),
        le(column('created_on'), date(asOf)),
        isIn(column('outcome'), ['won', 'lost', 'open']),
        or([isNull(column('closed_on')), le(column('closed_on'), date(asOf))]),
      ]),
      groupBy: keys,
    }),
  );
  return rows.map(({ created_on, outcome, closed_on, deals }) => ({
    created: String(created_on),
    outcome: outcome as DatedDeals['outcome'],
    closed: closed_on === null || outcome === 'open' ? null : String(closed_on),
    deals: Number(deals),
  }));
}
