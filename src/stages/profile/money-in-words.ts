/**
 * An amount with separated thousands, from a million on shortened to three digits when nothing is lost by it.
 *
 * @example
 * moneyInWords(23_100_000); // '23.1 million'
 */
export function moneyInWords(amount: number): string {
  for (const [unit, word] of [
    [1e9, 'billion'],
    [1e6, 'million'],
  ] as const) {
    if (Math.abs(amount) >= unit && Number((amount / unit).toFixed(2)) * unit === amount)
      return `${Number((amount / unit).toFixed(2))} ${word}`;
  }
  const [whole, decimals] = String(amount).split('.');
  const grouped = /^-?\d+$/.test(whole ?? '') ? whole!.replace(/\B(?=(\d{3})+$)/g, ',') : whole;
  return decimals === undefined ? `${grouped}` : `${grouped}.${decimals}`;
}
