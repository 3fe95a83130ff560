import { answerJson, DailyBudget, RollingWindow, type StandInAnswer } from '../shared/index.ts';
import { correlationId } from './hubspot-refusal.ts';

/** What an account may ask. */
export interface HubspotPlan {
  /** Requests in any 10 seconds. */
  readonly burst: number;
  /** Requests from midnight to midnight (UTC). */
  readonly daily: number;
  /** Searches in any second. */
  readonly search: number;
}

/** A private app of a Professional or Enterprise account. */
export const professionalPlan: HubspotPlan = { burst: 190, daily: 650_000, search: 5 };

/** Which limit was met. */
export type HubspotPolicy = 'DAILY' | 'TEN_SECONDLY_ROLLING' | 'SECONDLY';

/** Counts requests against a plan. */
export class HubspotLimits {
  readonly #plan: HubspotPlan;
  readonly #now: () => number;
  readonly #burst: RollingWindow;
  readonly #search: RollingWindow;
  readonly #daily: DailyBudget;

  constructor(plan: HubspotPlan, now: () => number) {
    this.#plan = plan;
    this.#now = now;
    this.#burst = new RollingWindow(plan.burst, 10_000);
    this.#search = new RollingWindow(plan.search, 1000);
    this.#daily = new DailyBudget(plan.daily);
  }

  /** Null when a request is within the limits, or the refusal. */
  check(isSearch: boolean): StandInAnswer | null {
    const now = this.#now();
    if (this.#daily.remaining(now) < 1) return tooMany('DAILY');
    if (isSearch && this.#search.remaining(now) < 1) return tooMany('SECONDLY');
    if (!this.#burst.take(now)) return tooMany('TEN_SECONDLY_ROLLING');
    if (isSearch) this.#search.take(now);
    this.#daily.take(now);
    return null;
  }

  /** Requests of the day so far. */
  get usedToday(): number {
    return this.#daily.spent(this.#now());
  }

  /** What HubSpot says of the limits with every answer but those of searches. */
  headers(): Readonly<Record<string, string>> {
    const now = this.#now();
    return {
      'x-hubspot-ratelimit-max': String(this.#plan.burst),
      'x-hubspot-ratelimit-remaining': String(this.#burst.remaining(now)),
      'x-hubspot-ratelimit-interval-milliseconds': '10000',
      'x-hubspot-ratelimit-daily': String(this.#plan.daily),
      'x-hubspot-ratelimit-daily-remaining': String(this.#daily.remaining(now)),
    };
  }
}

const words: Readonly<Record<HubspotPolicy, string>> = {
  DAILY: 'You have reached your daily limit.',
  TEN_SECONDLY_ROLLING: 'You have reached your ten_secondly_rolling limit.',
  SECONDLY: 'You have reached your secondly limit.',
};

/** HubSpot's 429. It names the limit that was met, and often does not say how long to wait. */
export function tooMany(policyName: HubspotPolicy): StandInAnswer {
  return answerJson(429, {
    status: 'error',
    message: words[policyName],
    errorType: 'RATE_LIMIT',
    correlationId,
    policyName,
    requestId: correlationId,
  });
}
