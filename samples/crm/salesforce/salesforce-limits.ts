import { RollingWindow, type StandInAnswer } from '../shared/index.ts';
import { limitExceeded } from './salesforce-refusal.ts';

const dayMs = 24 * 60 * 60_000;

/** Requests in any 24 hours of an Enterprise edition with few licences. */
export const enterpriseRequests = 100_000;

/** Counts requests against what any 24 hours allow. */
export class SalesforceLimits {
  readonly #most: number;
  readonly #now: () => number;
  readonly #window: RollingWindow;

  constructor(most: number, now: () => number) {
    this.#most = most;
    this.#now = now;
    this.#window = new RollingWindow(most, dayMs);
  }

  /** Null when a request is within the limit, or the refusal. */
  check(): StandInAnswer | null {
    return this.#window.take(this.#now()) ? null : limitExceeded();
  }

  /** Requests of the last 24 hours. */
  get used(): number {
    return this.#most - this.#window.remaining(this.#now());
  }

  /** What is left, as the limits themselves say it. */
  left(): { readonly Max: number; readonly Remaining: number } {
    return { Max: this.#most, Remaining: this.#most - this.used };
  }

  /** What Salesforce says of the limit with every answer. */
  headers(): Readonly<Record<string, string>> {
    return { 'sforce-limit-info': `api-usage=${this.used}/${this.#most}` };
  }
}
