const widths = 10;
const factorWidths = 3;

/**
 * The values from which on a number is an outlier: more than ten interquartile ranges beyond the quartiles, and for
 * positive quantities also more than three such ranges on the logarithmic scale, because sizes and sums are
 * right-skewed by nature. Null when the middle half of the values is one value.
 *
 * Reference: Tukey (1977), Exploratory Data Analysis, with wider fences.
 *
 * @example
 * outlierFences({ low: 35, high: 45 }); // { low: -65, high: 145 }
 */
export function outlierFences(quartiles: {
  readonly low: number;
  readonly high: number;
}): { readonly low: number; readonly high: number } | null {
  const range = quartiles.high - quartiles.low;
  if (range <= 0) return null;
  const fences = { low: quartiles.low - widths * range, high: quartiles.high + widths * range };
  if (quartiles.low <= 0) return fences;
  const factor = (quartiles.high / quartiles.low) ** factorWidths;
  return { ...fences, high: Math.max(fences.high, quartiles.high * factor) };
}
