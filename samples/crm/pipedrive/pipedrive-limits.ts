import { DailyBudget, RollingWindow, type StandInAnswer } from '../shared/index.ts';
import { refusalAnswer } from './pipedrive-refusal.ts';

/** What an account may ask. */
export interface PipedrivePlan {
  /** Requests in any 2 seconds. */
  readonly burst: number;
  /** Tokens from midnight to midnight (UTC), for the whole company. */
  readonly dailyTokens: number;
}

const lite = { burst: 20, multiplier: 1 };
const plans = {
  lite,
  growth: { burst: 40, multiplier: 2 },
  premium: { burst: 100, multiplier: 5 },
  ultimate: { burst: 120, multiplier: 7 },
} as const;

/** The published limits of a plan with so many seats. */
export function pipedrivePlan(name: keyof typeof plans, seats: number): PipedrivePlan {
  const { burst, multiplier } = plans[name];
  return { burst, dailyTokens: 30_000 * multiplier * seats };
}

/**
 * Tokens that a request costs. A single record costs 1, a list 10, a list of settings 5, a write 5; the old version of
 * the API costs more.
 */
export function tokenCost(method: string, path: string): number {
  if (method !== 'GET') return 5;
  if (path.endsWith('/flow')) return 40;
  if (path.endsWith('/users/me')) return 2;
  if (path.startsWith('/api/v1/') || path.endsWith('/archived')) return 20;
  if (/\/(?:pipelines|stages)$/.test(path)) return 5;
  return /\/(?:\d+|:id)$/.test(path) ? 1 : 10;
}

/** Refused requests in a row after which Pipedrive takes a client for an abuser, and for how long. */
const mostRefusals = 30;
const blockMs = 60_000;

/** Counts requests and their tokens against a plan. */
export class PipedriveLimits {
  readonly #plan: PipedrivePlan;
  readonly #now: () => number;
  readonly #burst: RollingWindow;
  readonly #daily: DailyBudget;
  #refusals = 0;
  #blockedUntil = 0;

  constructor(plan: PipedrivePlan, now: () => number) {
    this.#plan = plan;
    this.#now = now;
    this.#burst = new RollingWindow(plan.burst, 2000);
    this.#daily = new DailyBudget(plan.dailyTokens);
  }

  /** Null when a request is within the limits, or the refusal; who goes on all the same gets a page of HTML. */
  check(method: string, path: string): StandInAnswer | null {
    const now = this.#now();
    if (now < this.#blockedUntil) return blocked();
    const cost = tokenCost(method, path);
    const isWithinBurst = this.#burst.remaining(now) > 0;
    if (isWithinBurst && this.#daily.take(now, cost)) {
      this.#burst.take(now);
      this.#refusals = 0;
      return null;
    }
    if (++this.#refusals >= mostRefusals) this.#blockedUntil = now + blockMs;
    return isWithinBurst ? this.#tooMuch() : tooMany(this.headers());
  }

  /** Tokens of the day so far. */
  get spentToday(): number {
    return this.#daily.spent(this.#now());
  }

  /** What Pipedrive says of the limits with every answer; `x-ratelimit-reset` counts seconds from now. */
  headers(): Readonly<Record<string, string>> {
    const now = this.#now();
    return {
      'x-ratelimit-limit': String(this.#plan.burst),
      'x-ratelimit-remaining': String(this.#burst.remaining(now)),
      'x-ratelimit-reset': String(Math.max(1, Math.ceil(this.#burst.waitMs(now) / 1000))),
      'x-daily-ratelimit-token-limit': String(this.#plan.dailyTokens),
      'x-daily-ratelimit-token-remaining': String(this.#daily.remaining(now)),
    };
  }

  #tooMuch(): StandInAnswer {
    const headers = { ...this.headers(), 'x-daily-ratelimit-token-remaining': '0' };
    return refusalAnswer(429, 'Daily API token budget is used up', headers);
  }
}

/** Pipedrive's 429: seconds to wait stand in `x-ratelimit-reset`, there is no `Retry-After`. */
export function tooMany(
  headers: Readonly<Record<string, string>> = { 'x-ratelimit-reset': '2' },
): StandInAnswer {
  return refusalAnswer(429, 'Request over limit', headers);
}

function blocked(): StandInAnswer {
  return {
    status: 403,
    headers: { 'content-type': 'text/html' },
    body: '<!DOCTYPE html><html><head><title>Access denied</title></head><body>Access denied</body></html>',
  };
}
