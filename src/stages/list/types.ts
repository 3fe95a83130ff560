import type { Tier } from '../scorecard/index.ts';
import type { TimingClass } from '../signals/index.ts';

/** What to do with an account: the most careful message for the front of the queue (guide: sorted list). */
export type Play = 'call today' | 'careful' | 'sequence' | 'out';

/** Groups of accounts that are left out of the list unless asked for. */
export type Exclusion = 'customers' | 'open-deals' | 'recently-lost';

/** One row of the ranked list, as people and programs read it (design, section 8). */
export interface ListedAccount {
  readonly account_id: string;
  readonly name: string | null;
  readonly domain: string | null;
  readonly industry: string | null;
  readonly country: string | null;
  readonly owner: string | null;
  readonly fit: number;
  readonly fit_max: number;
  /** Null when disqualified or outside the market. */
  readonly tier: Tier | null;
  readonly timing: TimingClass;
  readonly timing_points: number | null;
  readonly play: Play;
  readonly why_now: string | null;
  readonly disqualified_by: string | null;
  /** `industry is private clinic +3; employees 3-15 +3`. */
  readonly reasons: string;
  /** Subjects that are unknown, those that decide the tier first. */
  readonly unknown: string;
  /** Null until a card is validated. */
  readonly win_probability: number | null;
  readonly committee_found: string | null;
  readonly committee_missing: string | null;
  readonly best_contact: string | null;
  /** 1-based place in the queue; null for accounts that are out of it. */
  readonly rank: number | null;
}
