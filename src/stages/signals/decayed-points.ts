/** Timing points are whole thousandths: sums are exact, and add up by hand. */
export const timingScale = 1000;

/**
 * Added before rounding down: half a thousandth, and a touch more so that an exact half rounds up in every engine.
 * For points up to 5, half-lives up to 4 years and any age no other value comes as near to a half (checked one by
 * one), so that the last bit of a power, in which engines differ, never decides.
 */
export const roundUp = 0.5 + 1e-9;

/**
 * Points of a signal as it ages: halved once per half-life (design, section 7), to the thousandth.
 *
 * @param points points of a signal seen today
 * @param ageDays whole days since the event, 0 or more
 * @param halfLifeDays days after which half of the points are left
 *
 * @example
 * decayedPoints(3, 60, 60); // 1.5
 */
export function decayedPoints(points: number, ageDays: number, halfLifeDays: number): number {
  const left = 0.5 ** (ageDays * (1 / halfLifeDays));
  const thousandths = Math.floor(Math.abs(points) * timingScale * left + roundUp);
  return (points < 0 ? 0 - thousandths : thousandths) / timingScale;
}
