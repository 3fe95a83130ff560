import type { Contrast } from '../stages/discovery/index.ts';
import type { CurrentData } from './current-data.ts';

/** Two groups that can be compared, or what the data lack for it. */
export interface ComparedContrast {
  readonly contrast: Contrast;
  /** Null: they can be compared. */
  readonly lacks: 'customers' | 'won-and-lost-deals' | 'ended-customers' | 'prospects' | null;
}

/** Which groups the data allow to compare, as far as counts of their fields tell. */
export function comparedContrasts(data: CurrentData): readonly ComparedContrast[] {
  const rows = (table: 'customers' | 'deals' | 'accounts') => data.commit.snapshot.tables[table]?.rows ?? 0;
  const outcomes = new Set(data.field('deals', 'outcome')?.values.map(({ value }) => value));
  const hasCustomers = rows('customers') > 0 || outcomes.has('won');
  const hasEnds = (data.field('customers', 'ended_on')?.coverage.known ?? 0) > 0;
  const hasOthers = rows('accounts') > rows('customers');
  return [
    { contrast: 'best-rest', lacks: hasCustomers ? null : 'customers' },
    {
      contrast: 'won-lost',
      lacks: outcomes.has('won') && outcomes.has('lost') ? null : 'won-and-lost-deals',
    },
    { contrast: 'churned-kept', lacks: !hasCustomers ? 'customers' : hasEnds ? null : 'ended-customers' },
    { contrast: 'customers-market', lacks: !hasCustomers ? 'customers' : hasOthers ? null : 'prospects' },
  ];
}
