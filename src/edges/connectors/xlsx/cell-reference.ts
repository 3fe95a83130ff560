const A = 65;
const Z = 90;
const LETTERS = 26;

/** 0-based column of a reference such as `AB12`; -1 when it does not start with one to three letters. */
export function columnOf(reference: string): number {
  let column = 0;
  for (let at = 0; at < reference.length; at += 1) {
    const code = reference.charCodeAt(at);
    if (code < A || code > Z) return at > 0 && at <= 3 ? column - 1 : -1;
    column = column * LETTERS + (code - A + 1);
  }
  return reference.length > 0 && reference.length <= 3 ? column - 1 : -1;
}

/** Letters of a 0-based column: `A`, `AB`. */
export function columnLetters(column: number): string {
  const rest = Math.floor(column / LETTERS);
  return (rest > 0 ? columnLetters(rest - 1) : '') + String.fromCharCode(A + (column % LETTERS));
}
