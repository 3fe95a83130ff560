const plain = new Intl.NumberFormat('en', { maximumFractionDigits: 2 });

/** `12,345`: a count for people. */
export function countWords(n: number): string {
  return plain.format(n);
}

/** `1 account`, `2 accounts`. */
export function plural(n: number, one: string, many = `${one}s`): string {
  return `${countWords(n)} ${n === 1 ? one : many}`;
}

/** `69%`: a share of a whole; a dash when there is no whole. */
export function percentWords(part: number, whole: number): string {
  if (whole === 0) return '-';
  const share = (100 * part) / whole;
  return `${share < 10 && share > 0 ? share.toFixed(1) : Math.round(share)}%`;
}

/** A p-value for people: never 0. */
export function pWords(p: number): string {
  if (p < 0.001) return '<.001';
  return p >= 0.995 ? '1' : p.toFixed(p < 0.1 ? 3 : 2).replace(/^0/, '');
}
