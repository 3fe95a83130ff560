/** A text cell with the characters that XML cannot hold put back: Excel writes a tab as `_x0009_`; NUL stays. */
export function unescapeText(text: string): string {
  if (!text.includes('_x')) return text;
  return text.replace(/_x(?!0000)([0-9A-Fa-f]{4})_/g, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
}
