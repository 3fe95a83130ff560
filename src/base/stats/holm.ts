/**
 * Chances of several tests, adjusted so that any false finding among them is as rare as the level says, however the
 * tests depend on each other: the smallest is multiplied by their number, the next by one less, and none may fall
 * below the one before (Holm 1979). In the order given.
 *
 * @example
 * holm([0.04, 0.01, 0.03]); // 0.06, 0.03, 0.06
 */
export function holm(chances: readonly number[]): readonly number[] {
  const adjusted = [...chances];
  const rising = chances.map((_, i) => i).sort((i, j) => chances[i]! - chances[j]!);
  let running = 0;
  rising.forEach((i, at) => {
    running = Math.max(running, Math.min(1, (chances.length - at) * chances[i]!));
    adjusted[i] = running;
  });
  return adjusted;
}
