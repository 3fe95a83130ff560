/** A line of the sum as a bar: from the sum before it to the sum after it; an unknown one to what it could make of it. */
export interface SumBar {
  readonly from: number;
  readonly to: number;
}

/** The bars of a sum in the order of its lines, and the range that they and the other totals cover. */
export function barsOf(
  lines: readonly { readonly outcome: 'yes' | 'no' | 'unknown'; readonly worth: number }[],
  others: readonly number[],
): { readonly bars: readonly SumBar[]; readonly least: number; readonly most: number } {
  let sum = 0;
  const bars = lines.map(({ outcome, worth }): SumBar => {
    const from = sum;
    if (outcome === 'yes') sum += worth;
    return { from, to: outcome === 'no' ? from : from + worth };
  });
  const all = [0, ...others, ...bars.flatMap(({ from, to }) => [from, to])];
  return { bars, least: Math.min(...all), most: Math.max(...all) + 0.5 };
}
