import type { Line, LineShortfall } from './types.ts';

const LEAST_SHARE = 0.25;
const LARGEST_SHARE = 0.4;

/** No break near a third, because too many customers have the same value; null when the line is good. */
export function noLine(line: Line): LineShortfall | null {
  const share = line.n / line.of;
  if (share >= LEAST_SHARE && share <= LARGEST_SHARE) return null;
  const reason =
    line.n === line.of
      ? `All ${line.of} customers have the same value: there is no top third.`
      : `Customers with the same value straddle the line: the nearest break to a third leaves ${line.n} of ${line.of} above it. Give weight to another component that tells them apart.`;
  return { kind: 'no-line', reason, ranked: line.of };
}
