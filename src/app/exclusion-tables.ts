import type { ExclusionTables } from '../stages/list/index.ts';
import { canonicalRelation } from './canonical-relation.ts';
import type { CurrentData } from './current-data.ts';

/** The tables that say who is no prospect, with the dates that this takes. */
export function exclusionTables(data: CurrentData): ExclusionTables {
  return {
    customers: canonicalRelation(data, 'customers', {
      account_id: 'text',
      started_on: 'date',
      ended_on: 'date',
    }),
    deals: canonicalRelation(data, 'deals', {
      account_id: 'text',
      outcome: 'text',
      created_on: 'date',
      closed_on: 'date',
    }),
  };
}
