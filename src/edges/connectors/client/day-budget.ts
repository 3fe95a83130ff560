import { BestfitError } from '../../../base/errors/index.ts';
import type { ConnectionSettings, ConnectorContext, RateLimit, Usage } from '../records/index.ts';
import type { ClientAnswer, VendorRules } from './types.ts';

/** Units set aside for a request that is under way. */
export interface Reservation {
  /** It was sent: what it cost counts, and what its answer says of the budget is believed. */
  readonly settle: (answer: ClientAnswer | null) => void;
  /** It was never sent. */
  readonly cancel: () => void;
}

const dayMs = 24 * 60 * 60_000;

/** What is used of a day, and the brake on it: our own count, and what answers say, which includes the use of others. */
export class DayBudget {
  readonly #rules: VendorRules;
  readonly #share: number;
  readonly #context: ConnectorContext;
  /** Units of the published limit; null when there is none. */
  readonly #published: number | null;
  #kept: Usage;
  #underWay = 0;

  constructor(rules: VendorRules, settings: ConnectionSettings, context: ConnectorContext) {
    this.#rules = rules;
    this.#share = settings.budgetShare;
    this.#context = context;
    this.#published = rules.limits.find(({ name }) => name === rules.dayLimit)?.requests ?? null;
    this.#kept = context.usage ?? this.#freshDay(null);
  }

  /** As of now: a day that is over has begun anew. */
  get usage(): Usage {
    if (isOver(this.#kept, this.#context.now())) this.#kept = this.#freshDay(this.#kept.limit);
    return this.#kept;
  }

  /** Sets so many units aside for one request; refuses when they would pass the share that may be used. */
  reserve(cost: number): Reservation {
    const { used, limit } = this.usage;
    if (limit !== null && used + this.#underWay + cost > limit * this.#share) throw this.#refusal();
    this.#underWay += cost;
    return {
      settle: (answer) => this.#settle(cost, answer),
      cancel: () => {
        this.#underWay -= cost;
      },
    };
  }

  /** The vendor says that nothing is left. */
  spent(resetsAt: string | null): BestfitError {
    const { used, limit, resetsAt: known } = this.usage;
    this.#set({ used: Math.max(used, limit ?? 0), resetsAt: resetsAt ?? known });
    return this.#refusal();
  }

  /** A limit of many requests in a long time is reached, and free again so many milliseconds from now. */
  reached({ requests }: RateLimit, ms: number): BestfitError {
    const resetsAt = new Date(this.#context.now() + ms).toISOString();
    const whole = { used: requests, limit: requests, share: 100, resetsAt };
    return new BestfitError('connection.budget-spent', {
      ...whole,
      vendor: this.#rules.label,
      unit: 'requests',
    });
  }

  #settle(cost: number, answer: ClientAnswer | null): void {
    this.#underWay -= cost;
    const { requests, used } = this.usage;
    const told = answer === null ? null : this.#rules.usageOf(answer);
    this.#set({ requests: requests + 1, used: used + cost, ...told });
  }

  #set(changed: Partial<Usage>): void {
    this.#kept = { ...this.usage, ...changed };
    this.#context.onUsage(this.#kept);
  }

  #refusal(): BestfitError {
    const { used, limit, resetsAt, unit } = this.usage;
    const share = Math.round(this.#share * 100);
    const vendor = this.#rules.label;
    return new BestfitError('connection.budget-spent', { vendor, used, limit, share, unit, resetsAt });
  }

  /** What answers said of the limit counts for a day: a plan may change. */
  #freshDay(told: number | null): Usage {
    const limit = this.#published ?? told;
    const since = new Date(this.#context.now()).toISOString();
    return { since, requests: 0, used: 0, limit, unit: this.#rules.unit, resetsAt: null };
  }
}

function isOver({ since, resetsAt }: Usage, now: number): boolean {
  if (resetsAt !== null && now >= Date.parse(resetsAt)) return true;
  return now >= Date.parse(since) + dayMs;
}
