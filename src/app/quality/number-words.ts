const plain = new Intl.NumberFormat('en', { maximumFractionDigits: 2 });

/**
 * A number as people write it.
 *
 * @example
 * inWords(12345); // '12,345'
 */
export function inWords(n: number): string {
  return plain.format(n);
}

/** `94 of 7,375`: a count among all. */
export function shareWords(n: number, of: number): string {
  return `${inWords(n)} of ${inWords(of)}`;
}
