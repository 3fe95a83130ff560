import { measureAmount } from './measure-amount.ts';
import { measureRate } from './measure-rate.ts';
import { measureTenure } from './measure-tenure.ts';
import type { Measured } from './measured.ts';
import type { Source } from './read-sources.ts';
import type { Customer } from './select-customers.ts';
import type { ComponentName } from './types.ts';

/** A component of value: what it is called, which way is good, how much it counts, and how it is measured. */
export interface ComponentDefinition {
  readonly name: ComponentName;
  readonly label: string;
  readonly orientation: 'high' | 'low';
  /** Weight unless the user gives another; 0 counts only when asked for. */
  readonly weight: number;
  /** The component that says the same where it is known: beside it, this one counts only when asked for. */
  readonly standsFor: ComponentName | null;
  readonly measure: (customers: readonly Customer[]) => Measured;
}

type Kind = 'amount' | 'rate';
type Described = Omit<ComponentDefinition, 'measure' | 'standsFor'>;

function define(described: Described, kind: Kind, sources: readonly Source[]): ComponentDefinition {
  const measure = kind === 'amount' ? measureAmount : measureRate;
  return {
    ...described,
    standsFor: null,
    measure: (customers) => measure(customers, sources, described.orientation),
  };
}

const sum = (a: number | null, b: number | null): number | null => (a === null || b === null ? null : a + b);

/**
 * Every component of value, in the order in which they are shown, with the default weights: contract value 3, speed of
 * close and tenure 2, the others 1. Purchase value per year stands for contract value where that is not known, as in a
 * shop. What a customer cost to win counts only when given a weight.
 */
export const componentDefinitions: readonly ComponentDefinition[] = [
  define({ name: 'contract_value', label: 'contract value', orientation: 'high', weight: 3 }, 'amount', [
    { label: 'contract value', read: (facts) => facts.contractValue },
  ]),
  {
    ...define({ name: 'purchase_value', label: 'purchase value', orientation: 'high', weight: 3 }, 'rate', [
      { label: 'purchase value', read: (facts) => facts.purchaseValue },
    ]),
    standsFor: 'contract_value',
  },
  define({ name: 'speed_of_close', label: 'speed of close', orientation: 'low', weight: 2 }, 'amount', [
    { label: 'days to close', read: (facts) => facts.daysToClose },
  ]),
  {
    name: 'tenure',
    label: 'tenure',
    orientation: 'high',
    weight: 2,
    standsFor: null,
    measure: measureTenure,
  },
  define({ name: 'satisfaction', label: 'satisfaction', orientation: 'high', weight: 1 }, 'amount', [
    { label: 'NPS', read: (facts) => facts.nps },
    { label: 'CSAT', read: (facts) => facts.csat },
  ]),
  define({ name: 'support_cost', label: 'support cost', orientation: 'low', weight: 1 }, 'rate', [
    { label: 'support cost', read: (facts) => facts.supportCost },
    { label: 'support tickets', read: (facts) => facts.supportTickets },
  ]),
  define({ name: 'gross_margin', label: 'gross margin', orientation: 'high', weight: 1 }, 'amount', [
    { label: 'gross margin', read: (facts) => facts.grossMargin },
  ]),
  define({ name: 'purchases', label: 'purchases and renewals', orientation: 'high', weight: 1 }, 'rate', [
    { label: 'purchases and renewals', read: (facts) => sum(facts.purchases, facts.renewals) },
    { label: 'purchases', read: (facts) => facts.purchases },
    { label: 'renewals', read: (facts) => facts.renewals },
  ]),
  define({ name: 'referrals', label: 'referrals', orientation: 'high', weight: 1 }, 'rate', [
    { label: 'referrals', read: (facts) => facts.referrals },
  ]),
  define({ name: 'expansion', label: 'expansion', orientation: 'high', weight: 1 }, 'rate', [
    { label: 'expansion', read: (facts) => facts.expansion },
  ]),
  define({ name: 'acquisition_cost', label: 'acquisition cost', orientation: 'low', weight: 0 }, 'amount', [
    { label: 'acquisition cost', read: (facts) => facts.acquisitionCost },
  ]),
];
