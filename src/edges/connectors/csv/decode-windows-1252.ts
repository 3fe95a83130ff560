/** What Windows-1252 has for 0x80 to 0x9f; the five places that it leaves open stay control characters. */
const MIDDLE =
  '\u20ac\u0081\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\u008d\u017d\u008f' +
  '\u0090\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\u009d\u017e\u0178';

/**
 * Reads bytes as Windows-1252. Not by TextDecoder: some releases of Node take Windows-1252 for Latin-1 and lose the
 * euro sign and the curly quotation marks.
 *
 * @see https://encoding.spec.whatwg.org/index-windows-1252.txt
 */
export function decodeWindows1252(bytes: Buffer): string {
  return bytes
    .toString('latin1')
    .replace(/[\u0080-\u009f]/g, (mark) => MIDDLE[mark.charCodeAt(0) - 0x80] ?? mark);
}
