import type { RateLimit } from '../records/index.ts';

/** Slots of the published limits, as far as this process has used them. */
export interface RatePacing {
  /** How long a request that names these limits must wait, and why; null: it may go. */
  readonly wait: (named: readonly string[]) => PacingWait | null;
  /** Takes a slot of each limit; what it gives is called when the answer has come. */
  readonly take: (named: readonly string[]) => () => void;
  /** The vendor asked to wait: nothing goes for so long. */
  readonly hold: (ms: number, why: string) => void;
}

/** A wait before a request. */
export interface PacingWait {
  readonly ms: number;
  readonly why: string;
  /** The limit that is waited for; null when the vendor asked to wait. */
  readonly limit: RateLimit | null;
  /** All slots are held by requests under way: the next answer, from which the time counts. Null otherwise. */
  readonly answer: Promise<void> | null;
}

/**
 * Sliding windows over the clock that is passed in. A request holds its slot from when it is sent until so long after
 * its answer came: the vendor counted it at some moment in between, so that no window of the vendor's sees too many.
 */
export function createRatePacing(limits: readonly RateLimit[], now: () => number): RatePacing {
  const windows = limits.map((limit) => ({ limit, slots: [] as { at: number }[] }));
  let held = { until: 0, why: '' };
  let answer = nextAnswer();
  const counting = (named: readonly string[]): typeof windows =>
    windows.filter(({ limit }) => limit.named !== true || named.includes(limit.name));
  return {
    wait: (named) => {
      const waits = counting(named).map(({ limit, slots }) => ({
        limit,
        answer: null,
        ms: waitOf(slots, limit, now()),
        why: `the limit \`${limit.name}\` (${limit.requests} in ${limit.seconds} s) is reached`,
      }));
      const all = [{ ms: held.until - now(), why: held.why, limit: null, answer: null }, ...waits];
      const longest = all.reduce((one, other) => (other.ms > one.ms ? other : one));
      if (longest.ms === underWay) return { ...longest, ms: 0, answer: answer.come };
      return longest.ms > 0 ? longest : null;
    },
    take: (named) => {
      const slot = { at: underWay };
      for (const { slots } of counting(named)) slots.push(slot);
      return () => {
        slot.at = now();
        answer.tell();
        answer = nextAnswer();
      };
    },
    hold: (ms, why) => {
      if (now() + ms > held.until) held = { until: now() + ms, why };
    },
  };
}

/** The moment of a request whose answer has not come: it may be counted at any time until then. */
const underWay = Number.POSITIVE_INFINITY;

function nextAnswer(): { readonly come: Promise<void>; readonly tell: () => void } {
  let tell = (): void => {};
  const come = new Promise<void>((resolve) => {
    tell = resolve;
  });
  return { come, tell };
}

/** Forgets slots that are free again, and says how long until one is. */
function waitOf(slots: { at: number }[], limit: RateLimit, now: number): number {
  if (slots.length < limit.requests) return 0;
  const free = now - limit.seconds * 1000;
  const held = slots.filter(({ at }) => at > free);
  slots.splice(0, slots.length, ...held);
  if (held.length < limit.requests) return 0;
  const times = held.map(({ at }) => at).sort((one, other) => one - other);
  return times[held.length - limit.requests]! - free;
}
