/** How many times as often, with one decimal: `1.4×` is said by the catalogue. */
export function timesWords(language: string, times: number): string {
  const digits = times >= 10 ? 0 : 1;
  return new Intl.NumberFormat(language, {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  }).format(times);
}
