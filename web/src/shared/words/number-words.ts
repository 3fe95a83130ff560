/**
 * A figure as the language writes it. Digits are grouped from 10,000 on, so that years stay as people write them.
 *
 * @example
 * numberWords('es', 12000.5); // '12.000,5'
 */
export function numberWords(language: string, value: number, maximumFractionDigits = 6): string {
  const useGrouping = Math.abs(value) >= 10_000;
  return new Intl.NumberFormat(language, { useGrouping, maximumFractionDigits }).format(value);
}
