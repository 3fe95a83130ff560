/**
 * How often the weights are moved: 500 times up to 20,000 customers; above, less often, so that the time stays in
 * seconds, but never under 50 times (a share of draws is then known to about 7 points).
 */
export function drawsFor(customers: number): number {
  return Math.max(50, Math.min(500, Math.floor(10_000_000 / customers)));
}
