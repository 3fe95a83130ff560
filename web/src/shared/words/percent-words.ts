/**
 * A share as a percentage.
 *
 * @param share 0..1
 *
 * @example
 * percentWords('es', 0.2); // '20 %'
 */
export function percentWords(language: string, share: number, maximumFractionDigits = 0): string {
  return new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits }).format(share);
}
