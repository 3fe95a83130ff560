import { and, asc, column, date, eq, isNotNull, isNull, le, or, select, text } from '../../base/sql/index.ts';
import { columnsOf } from '../account-columns.ts';
import { canonicalRelation, type WantedColumns } from '../canonical-relation.ts';
import type { CurrentData } from '../current-data.ts';
import type { Workspace } from '../workspace.ts';
import { isTrait } from './attribute-fields.ts';
import type { Comparison } from './types.ts';

/**
 * Customers with the first deal that won them, so that what is known of the deal (where the lead came from, what kind
 * it was) can serve where customers are compared with customers. Of a customer without a won deal it is unknown.
 */
export async function withWonDeals(
  workspace: Workspace,
  data: CurrentData,
  { comparison, asOf }: { readonly comparison: Comparison; readonly asOf: string },
): Promise<Comparison> {
  const own = data.fields.filter((field) => field.table === 'deals' && isTrait(field)).flatMap(columnsOf);
  const wanted: WantedColumns = {
    ...Object.fromEntries(own.map((name) => [name, 'text' as const])),
    deal_id: 'text',
    account_id: 'text',
    closed_on: 'date',
    outcome: 'text',
  };
  const deals = canonicalRelation(data, 'deals', wanted);
  if (comparison.unit !== 'customer' || own.length === 0 || deals === null) return comparison;
  const closed = column('closed_on');
  const won = await workspace.engine.rows(
    select({
      columns: Object.keys(wanted).map((name) => column(name)),
      from: deals,
      where: and([
        eq(column('outcome'), text('won')),
        isNotNull(column('account_id')),
        or([isNull(closed), le(closed, date(asOf))]),
      ]),
      orderBy: [asc(closed), asc(column('deal_id'))],
    }),
  );
  const first = new Map(won.toReversed().map((deal) => [String(deal.account_id), deal]));
  const dealOf = (account: string | null) => (account === null ? null : (first.get(account) ?? null));
  return {
    ...comparison,
    units: comparison.units.map((unit) => ({ ...unit, deal: dealOf(unit.accountId) })),
  };
}
