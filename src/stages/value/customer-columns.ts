import type { SqlType } from '../../base/sql/index.ts';

/** The columns of the customers table that value is read from, with their types; the name comes from the account. */
export const customerColumns = {
  account_id: 'text',
  contract_value: 'double',
  purchase_value: 'double',
  started_on: 'date',
  ended_on: 'date',
  tenure_months: 'double',
  days_to_close: 'double',
  renewals: 'double',
  purchases: 'double',
  nps: 'double',
  csat: 'double',
  support_cost: 'double',
  support_tickets: 'double',
  gross_margin: 'double',
  acquisition_cost: 'double',
  referrals: 'double',
  expansion: 'double',
} as const satisfies Readonly<Record<string, SqlType>>;
