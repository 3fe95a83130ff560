/** How a sum is shown: to the unit, or shortened as an estimate is (`23.1 million` stays readable). */
export interface MoneyOptions {
  readonly short?: boolean;
}

/**
 * A sum with its currency; without one where nobody knows it.
 *
 * @example
 * moneyWords('en', { amount: 12000, currency: 'EUR' }); // '€12,000'
 */
export function moneyWords(
  language: string,
  { amount, currency }: { readonly amount: number; readonly currency: string | null },
  { short = false }: MoneyOptions = {},
): string {
  const length =
    short && Math.abs(amount) >= 1_000_000 ? ({ notation: 'compact', compactDisplay: 'long' } as const) : {};
  const digits = short
    ? { maximumSignificantDigits: 3 }
    : { minimumFractionDigits: 0, maximumFractionDigits: Number.isInteger(amount) ? 0 : 2 };
  const isCode = currency !== null && /^[A-Za-z]{3}$/.test(currency);
  const unit = isCode ? ({ style: 'currency', currency } as const) : {};
  const words = new Intl.NumberFormat(language, { useGrouping: true, ...length, ...digits, ...unit }).format(
    amount,
  );
  return isCode || currency === null ? words : `${words} ${currency}`;
}
