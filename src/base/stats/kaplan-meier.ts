/** A survival curve: a step function that starts at 1 and falls where relations ended. */
export interface SurvivalCurve {
  /** Distinct durations at which a relation ended, rising. */
  readonly times: Float64Array;
  /** S just after each of those times. */
  readonly survival: Float64Array;
  /** S(t): the share that lasts longer than t. */
  at(t: number): number;
  /** S(t-): the share that lasts at least t. */
  before(t: number): number;
}

/**
 * How long relations last, learnt from those that ended and those that still run: one that still runs counts as "at
 * least this long" instead of being left out or taken for ended. Product-limit estimate (Kaplan and Meier 1958); a
 * relation cut off at the same duration as an end counts as still at risk. Unknown (NaN) durations are left out.
 *
 * @param durations time from start to end, or to today for those that still run.
 * @param ended 1 where the relation ended, 0 where it still runs.
 * @example
 * kaplanMeier(Float64Array.of(2, 5, 5, 8), [1, 1, 0, 0]).at(5); // 3/4 x 2/3 = 0.5
 */
export function kaplanMeier(durations: Float64Array, ended: ArrayLike<number>): SurvivalCurve {
  const all = durations.filter((duration) => !Number.isNaN(duration)).sort();
  const ends = durations.filter((duration, i) => ended[i] !== 0 && !Number.isNaN(duration)).sort();
  const times: number[] = [];
  const survival: number[] = [];
  let share = 1;
  let gone = 0;
  for (let i = 0; i < ends.length; ) {
    const time = ends[i]!;
    let next = i;
    while (ends[next] === time) next++;
    while (all[gone]! < time) gone++;
    share *= 1 - (next - i) / (all.length - gone);
    times.push(time);
    survival.push(share);
    i = next;
  }
  return curve(Float64Array.from(times), Float64Array.from(survival));
}

function curve(times: Float64Array, survival: Float64Array): SurvivalCurve {
  const after = (steps: number): number => (steps === 0 ? 1 : survival[steps - 1]!);
  return {
    times,
    survival,
    at: (t) => after(steps(times, t, true)),
    before: (t) => after(steps(times, t, false)),
  };
}

/** How many of the rising times lie before t, or up to and including t. */
function steps(times: Float64Array, t: number, including: boolean): number {
  let low = 0;
  let high = times.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (times[middle]! < t || (including && times[middle] === t)) low = middle + 1;
    else high = middle;
  }
  return low;
}
