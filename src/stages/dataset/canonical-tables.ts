import { accountFields } from './canonical-accounts.ts';
import { customerFields } from './canonical-customers.ts';
import { dealFields } from './canonical-deals.ts';
import type { CanonicalField } from './canonical-field.ts';
import { peopleFields } from './canonical-people.ts';
import { coverageFields, signalFields, technologyFields, touchFields } from './canonical-signals.ts';
import { transactionFields } from './canonical-transactions.ts';
import { feedbackFields, judgementFields, observationFields } from './canonical-voice.ts';
import type { TableName } from './types.ts';

/** The columns of every canonical table (design, section 3), in the order in which they are shown. */
export const canonicalTables: Readonly<Record<TableName, readonly CanonicalField[]>> = {
  accounts: accountFields,
  customers: customerFields,
  deals: dealFields,
  people: peopleFields,
  technologies: technologyFields,
  signals: signalFields,
  coverage: coverageFields,
  judgements: judgementFields,
  feedback: feedbackFields,
  touches: touchFields,
  transactions: transactionFields,
  observations: observationFields,
};

/** The canonical field of that name; null when the table has none. */
export function canonicalField(table: TableName, name: string): CanonicalField | null {
  return canonicalTables[table].find((field) => field.name === name) ?? null;
}
