import type { Cell, Row } from '../../base/sql/index.ts';
import type { customerColumns } from './customer-columns.ts';
import type { CustomerFacts } from './types.ts';

type Column = keyof typeof customerColumns | 'name';

/**
 * Reads the facts of one customer from an engine's row with the canonical columns. A column that is missing, or holds
 * something of another type, is unknown.
 */
export function readCustomerFacts(row: Row): CustomerFacts {
  const text = (column: Column): string | null => toText(row[column]);
  const number = (column: Column): number | null => toNumber(row[column]);
  return {
    accountId: text('account_id') ?? '',
    name: text('name'),
    startedOn: text('started_on'),
    endedOn: text('ended_on'),
    contractValue: number('contract_value'),
    purchaseValue: number('purchase_value'),
    tenureMonths: number('tenure_months'),
    daysToClose: number('days_to_close'),
    renewals: number('renewals'),
    purchases: number('purchases'),
    nps: number('nps'),
    csat: number('csat'),
    supportCost: number('support_cost'),
    supportTickets: number('support_tickets'),
    grossMargin: number('gross_margin'),
    acquisitionCost: number('acquisition_cost'),
    referrals: number('referrals'),
    expansion: number('expansion'),
  };
}

function toText(cell: Cell | undefined): string | null {
  if (typeof cell === 'number') return `${cell}`;
  return typeof cell === 'string' ? cell : null;
}

function toNumber(cell: Cell | undefined): number | null {
  return typeof cell === 'number' && Number.isFinite(cell) ? cell : null;
}
