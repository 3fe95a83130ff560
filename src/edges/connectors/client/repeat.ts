import type { ConnectorContext } from '../records/index.ts';
import type { RatePacing } from './rate-pacing.ts';
import type { Redactor } from './redactor.ts';
import type { Refusals } from './refusals.ts';

/** What one try came to. */
export type Outcome<T> =
  | { readonly kind: 'done'; readonly value: T }
  /** To be tried again, after so many seconds or (null) a growing while; `sure`: it was certainly not done. */
  | { readonly kind: 'again'; readonly seconds: number | null; readonly why: string; readonly sure: boolean };

/** What repeating needs of the client. */
export interface RepeatParts {
  readonly vendor: string;
  readonly context: Pick<ConnectorContext, 'sleep' | 'random' | 'signal' | 'onWait'>;
  readonly pacing: RatePacing;
  readonly redactor: Redactor;
  readonly refusals: Refusals;
}

/** Most tries of one request, and most time that all waits between them may take. */
const mostTries = 6;
const mostWaitMs = 5 * 60_000;
const firstMs = 1000;
/** Added to what a vendor asks for, so that clients do not come back together. */
const jitterMs = 250;
/** Shorter waits are not told. */
const untoldMs = 1000;

/** Tries until it is done, or gives up with `connection.unreachable`. */
export async function repeat<T>(
  parts: RepeatParts,
  repeatable: boolean,
  attempt: () => Promise<Outcome<T>>,
): Promise<T> {
  let waited = 0;
  for (let tries = 1; ; tries++) {
    const outcome = await attempt();
    if (outcome.kind === 'done') return outcome.value;
    const { seconds, why, sure } = outcome;
    const ms = backOff(tries, seconds, parts.context.random);
    waited += ms;
    if (!(sure || repeatable) || tries >= mostTries || waited > mostWaitMs)
      throw parts.refusals.make('connection.unreachable', { vendor: parts.vendor, tries, why });
    if (sure) parts.pacing.hold(ms, why);
    await wait(parts, ms, why);
  }
}

/** Waits, and tells so when it is longer than a second. */
export async function wait(
  { context, redactor }: Pick<RepeatParts, 'context' | 'redactor'>,
  ms: number,
  why: string,
): Promise<void> {
  context.signal?.throwIfAborted();
  if (ms > untoldMs) context.onWait({ seconds: Math.ceil(ms / 1000), why: redactor.redact(why) });
  await context.sleep(ms);
}

/**
 * How long to wait before the next try, in milliseconds: as long as the vendor says and a little more, else 1, 2, 4,
 * 8, 16 seconds, of which up to half is left to chance.
 */
function backOff(tries: number, seconds: number | null, random: () => number): number {
  if (seconds !== null) return seconds * 1000 + random() * jitterMs;
  return firstMs * 2 ** (tries - 1) * (0.5 + random() / 2);
}
