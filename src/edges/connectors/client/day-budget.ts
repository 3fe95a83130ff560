import { BestfitError } from '../../../base/errors/index.ts';
import type { ConnectionSettings, ConnectorContext, RateLimit, Usage } from '../records/index.ts';
import type { ClientAnswer, VendorRules } from './types.ts';

/** What is used of the day, and the brake on it. */
export interface DayBudget {
  readonly usage: () => Usage;
  /** Sets so many units aside for one request; refuses when they would pass the share that may be used. */
  readonly reserve: (cost: number) => Reservation;
  /** The vendor says that nothing is left. */
  readonly spent: (resetsAt: string | null) => BestfitError;
  /** A limit of many requests in a long time is reached, and free again so many milliseconds from now. */
  readonly reached: (limit: RateLimit, ms: number) => BestfitError;
}

/** Units set aside for a request that is under way. */
export interface Reservation {
  /** It was sent: what it cost counts, and what its answer says of the budget is believed. */
  readonly settle: (answer: ClientAnswer | null) => void;
  /** It was never sent. */
  readonly cancel: () => void;
}

const dayMs = 24 * 60 * 60_000;

/** The budget of a day: our own count, and what answers say of it, which includes the use of others. */
export function createDayBudget(
  rules: VendorRules,
  settings: ConnectionSettings,
  context: ConnectorContext,
): DayBudget {
  const published = rules.limits.find(({ name }) => name === rules.dayLimit)?.requests ?? null;
  let kept = context.usage ?? freshDay(rules, context.now(), published);
  let underWay = 0;
  const usage = (): Usage => {
    if (isOver(kept, context.now())) kept = freshDay(rules, context.now(), kept.limit ?? published);
    return kept;
  };
  const set = (changed: Partial<Usage>): void => {
    kept = { ...usage(), ...changed };
    context.onUsage(kept);
  };
  const refusal = (): BestfitError => {
    const { used, limit, resetsAt, unit } = usage();
    const share = Math.round(settings.budgetShare * 100);
    return new BestfitError('connection.budget-spent', {
      vendor: rules.label,
      ...{ used, limit, share, unit, resetsAt },
    });
  };
  const settle = (cost: number, answer: ClientAnswer | null): void => {
    underWay -= cost;
    const { requests, used, resetsAt } = usage();
    const told = answer === null ? null : rules.usageOf(answer);
    set({ requests: requests + 1, used: used + cost, resetsAt, ...told });
  };
  return {
    usage,
    reserve: (cost) => {
      const { used, limit } = usage();
      if (limit !== null && used + underWay + cost > limit * settings.budgetShare) throw refusal();
      underWay += cost;
      return {
        settle: (answer) => settle(cost, answer),
        cancel: () => {
          underWay -= cost;
        },
      };
    },
    reached: ({ requests }, ms) =>
      new BestfitError('connection.budget-spent', {
        ...{ vendor: rules.label, used: requests, limit: requests, share: 100, unit: 'requests' },
        resetsAt: new Date(context.now() + ms).toISOString(),
      }),
    spent: (resetsAt) => {
      const { used, limit, resetsAt: known } = usage();
      set({ used: Math.max(used, limit ?? 0), resetsAt: resetsAt ?? known });
      return refusal();
    },
  };
}

function isOver({ since, resetsAt }: Usage, now: number): boolean {
  if (resetsAt !== null && now >= Date.parse(resetsAt)) return true;
  return now >= Date.parse(since) + dayMs;
}

function freshDay({ unit }: VendorRules, now: number, limit: number | null): Usage {
  return { since: new Date(now).toISOString(), requests: 0, used: 0, limit, unit, resetsAt: null };
}
