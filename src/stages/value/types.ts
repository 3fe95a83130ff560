import type { LineShortfall } from './weighing/index.ts';

/** The components that a customer's value may have (design, section 4). */
export type ComponentName =
  | 'contract_value'
  | 'purchase_value'
  | 'speed_of_close'
  | 'tenure'
  | 'satisfaction'
  | 'support_cost'
  | 'gross_margin'
  | 'purchases'
  | 'referrals'
  | 'expansion'
  | 'acquisition_cost';

/** What is known of one customer relation; null is unknown. Dates are `YYYY-MM-DD`. */
export interface CustomerFacts {
  readonly accountId: string;
  readonly name: string | null;
  readonly startedOn: string | null;
  readonly endedOn: string | null;
  /** Contract value per year, in the unit of the field catalog. */
  readonly contractValue: number | null;
  /** What all purchases so far are worth, in the unit of the field catalog. */
  readonly purchaseValue: number | null;
  readonly tenureMonths: number | null;
  readonly daysToClose: number | null;
  readonly renewals: number | null;
  readonly purchases: number | null;
  readonly nps: number | null;
  readonly csat: number | null;
  readonly supportCost: number | null;
  readonly supportTickets: number | null;
  readonly grossMargin: number | null;
  readonly acquisitionCost: number | null;
  readonly referrals: number | null;
  readonly expansion: number | null;
}

/** How to rank customers by value. */
export interface ValueOptions {
  /** The day the question is asked; events after it are not known. */
  readonly asOf: string;
  /** Weights that differ from the defaults; 0 leaves a component out. */
  readonly weights: Readonly<Partial<Record<ComponentName, number>>>;
  /** Rank only the customers who started last; null ranks all. */
  readonly last: number | null;
  readonly seed: number;
}

/** One component over all customers. */
export interface ValueComponent {
  readonly name: ComponentName;
  readonly label: string;
  readonly orientation: 'high' | 'low';
  readonly weight: number;
  readonly known: number;
  /** weight x standard deviation of its percentiles: what it really moves; 0 when left out. */
  readonly effectiveWeight: number;
  /** Why it does not count (constant, known for under half, weight 0); null when it counts. */
  readonly leftOut: string | null;
  /** How its percentiles were made, in words. */
  readonly method: string;
}

/** One customer in the ranking, with what its value is made of. */
export interface RankedCustomer {
  readonly accountId: string;
  readonly name: string | null;
  readonly startedOn: string | null;
  /** Weighted mean of oriented percentiles in 0..1; null when under half of the weight is known. */
  readonly value: number | null;
  /** 1 is the best; ties share the smaller rank; null when not ranked. */
  readonly rank: number | null;
  readonly best: boolean;
  /** Known weight over all weight. */
  readonly coverage: number;
  readonly components: Readonly<
    Partial<Record<ComponentName, { readonly raw: number | null; readonly percentile: number | null }>>
  >;
  /** Share of the reweighted draws in which this customer is in the top third. */
  readonly bestShare: number;
}

/** Who the best customers are, and how that changes when the weights move. */
export interface ValueRanking {
  readonly kind: 'ranking';
  readonly asOf: string;
  /** All customers asked about, ranked first. */
  readonly customers: readonly RankedCustomer[];
  readonly ranked: number;
  readonly unranked: number;
  readonly best: { readonly n: number; readonly of: number; readonly cut: number };
  readonly components: readonly ValueComponent[];
  readonly sensitivity: {
    readonly draws: number;
    readonly seed: number;
    /** Mean share of the top third that stays when the weights move. */
    readonly overlap: number;
    /** Customers in the top third in at least 90% of the draws. */
    readonly core: readonly string[];
    readonly changes: readonly {
      readonly component: ComponentName;
      readonly change: 'dropped' | 'doubled';
      readonly overlap: number;
      readonly enter: readonly string[];
      readonly leave: readonly string[];
    }[];
  };
  readonly warnings: readonly string[];
}

/** An expected shortfall, as a value: what is needed and what was found. */
export type ValueShortfall = LineShortfall | { readonly kind: 'no-components'; readonly reason: string };

/** A ranking, or why there is none. */
export type ValueResult = ValueRanking | ValueShortfall;
