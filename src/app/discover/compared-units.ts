import { and, asc, column, date, isIn, isNull, le, or, type Row, select } from '../../base/sql/index.ts';
import type { Contrast } from '../../stages/discovery/index.ts';
import type { RankedCustomer, ValueRanking, ValueShortfall } from '../../stages/value/index.ts';
import { columnsOf } from '../account-columns.ts';
import { canonicalRelation, type WantedColumns } from '../canonical-relation.ts';
import type { CurrentData } from '../current-data.ts';
import { currentValue } from '../rank-value.ts';
import { readCustomers } from '../read-customers.ts';
import type { Workspace } from '../workspace.ts';
import type { ComparedUnit, Comparison } from './types.ts';

/** The groups to compare; `last` and `seed` go to the value ranking behind best against rest. */
export interface CompareRequest {
  readonly contrast: Contrast;
  readonly asOf: string;
  readonly last: number | null;
  readonly seed: number | null;
}

/** The units of a contrast with their labels; a shortfall of the value stage comes through as it is. */
export async function comparedUnits(
  workspace: Workspace,
  data: CurrentData,
  request: CompareRequest,
): Promise<Comparison | ValueShortfall> {
  switch (request.contrast) {
    case 'best-rest': {
      const ranking = await currentValue(workspace, data, request);
      return ranking.kind === 'ranking' ? bestAgainstRest(ranking) : ranking;
    }
    case 'won-lost':
      return wonAgainstLost(workspace, data, request.asOf);
    case 'churned-kept':
      return churnedAgainstKept(workspace, data, request.asOf);
    case 'customers-market':
      return customersAgainstMarket(workspace, data, request.asOf);
  }
}

/** The contrast that the data allows: best against rest with customers, won against lost with deals alone. */
export function defaultContrast(data: CurrentData): Contrast {
  const rows = data.commit.snapshot.tables;
  return (rows.customers?.rows ?? 0) > 0 || (rows.deals?.rows ?? 0) === 0 ? 'best-rest' : 'won-lost';
}

function bestAgainstRest(ranking: ValueRanking): Comparison {
  const ranked = ranking.customers.filter((customer) => customer.value !== null);
  const counted = ranking.components.filter((component) => component.leftOut === null);
  return {
    kind: 'comparison',
    contrast: 'best-rest',
    unit: 'customer',
    units: ranked.map((customer) => ({
      accountId: customer.accountId,
      on: customer.startedOn,
      label: customer.best ? 1 : 0,
      value: customer.value,
      deal: null,
    })),
    components: counted.map(({ name, label }) => ({
      label,
      values: Float64Array.from(ranked, (customer) => rawOf(customer, name)),
    })),
    warnings: ranking.warnings,
  };
}

function rawOf(customer: RankedCustomer, name: keyof RankedCustomer['components']): number {
  return customer.components[name]?.raw ?? Number.NaN;
}

async function wonAgainstLost(workspace: Workspace, data: CurrentData, asOf: string): Promise<Comparison> {
  const own = data.fields.filter((f) => f.table === 'deals').flatMap(columnsOf);
  const wanted: WantedColumns = {
    ...Object.fromEntries(own.map((name) => [name, 'text' as const])),
    deal_id: 'text',
    account_id: 'text',
    created_on: 'date',
    closed_on: 'date',
    outcome: 'text',
  };
  const deals = canonicalRelation(data, 'deals', wanted);
  const rows = deals === null ? [] : await workspace.engine.rows(closedDeals(deals, wanted, asOf));
  return {
    kind: 'comparison',
    contrast: 'won-lost',
    unit: 'deal',
    units: rows.map((row) => ({
      accountId: row.account_id as string | null,
      on: (row.created_on ?? row.closed_on) as string | null,
      label: row.outcome === 'won' ? 1 : 0,
      value: null,
      deal: row,
    })),
    components: [],
    warnings: [],
  };
}

function closedDeals(
  deals: NonNullable<ReturnType<typeof canonicalRelation>>,
  wanted: WantedColumns,
  asOf: string,
) {
  const [created, closed] = [column('created_on'), column('closed_on')];
  const by = (day: ReturnType<typeof column>) => or([isNull(day), le(day, date(asOf))]);
  return select({
    columns: Object.keys(wanted).map((name) => column(name)),
    from: deals,
    where: and([isIn(column('outcome'), ['won', 'lost']), by(created), by(closed)]),
    orderBy: [asc(column('deal_id')), asc(column('account_id'))],
  });
}

async function churnedAgainstKept(
  workspace: Workspace,
  data: CurrentData,
  asOf: string,
): Promise<Comparison> {
  const customers = await readCustomers(workspace, data, asOf);
  return {
    kind: 'comparison',
    contrast: 'churned-kept',
    unit: 'customer',
    units: customers.map((customer) => ({
      accountId: customer.accountId,
      on: customer.startedOn,
      label: customer.endedOn === null ? 0 : 1,
      value: null,
      deal: null,
    })),
    components: [],
    warnings: [],
  };
}

async function customersAgainstMarket(
  workspace: Workspace,
  data: CurrentData,
  asOf: string,
): Promise<Comparison> {
  const customers = new Set((await readCustomers(workspace, data, asOf)).map((c) => c.accountId));
  const accounts = canonicalRelation(data, 'accounts', { account_id: 'text' });
  const rows: readonly Row[] =
    accounts === null
      ? []
      : await workspace.engine.rows(
          select({
            columns: [column('account_id')],
            from: accounts,
            orderBy: [asc(column('account_id'))],
          }),
        );
  const units = rows.map((row): ComparedUnit => {
    const accountId = String(row.account_id);
    return { accountId, on: null, label: customers.has(accountId) ? 1 : 0, value: null, deal: null };
  });
  return {
    kind: 'comparison',
    contrast: 'customers-market',
    unit: 'account',
    units,
    components: [],
    warnings: [],
  };
}
