/** A clock that only moves when it is told: a day passes in a test without waiting. Times are milliseconds since 1970. */
export interface StandInClock {
  readonly now: () => number;
  readonly advance: (ms: number) => void;
  /** Waits by moving the clock: what a client under test is given in place of a timer. */
  readonly sleep: (ms: number) => Promise<void>;
}

/**
 * Makes a clock that stands at `start`.
 *
 * @example
 * createStandInClock(Date.UTC(2026, 8, 1)).now(); // 1788220800000
 */
export function createStandInClock(start: number): StandInClock {
  let at = start;
  const advance = (ms: number): void => {
    if (ms < 0) throw new Error(`time does not go back: ${ms}`);
    at += ms;
  };
  return {
    now: () => at,
    advance,
    sleep: async (ms) => advance(ms),
  };
}
