/** The parts of a text that names a range: two ends, one open end, or a single point. */
export type RangeText =
  | { readonly kind: 'between'; readonly low: string; readonly high: string }
  | { readonly kind: 'from'; readonly end: string; readonly exclusive: boolean }
  | { readonly kind: 'to'; readonly end: string; readonly exclusive: boolean };

const above = pattern(
  '>|more than|over|above|greater than|mas de|piu di|oltre|plus de|mais de|acima de|mehr als|uber|superior a',
);
const atLeast = pattern(
  '>=|=>|≥|at least|minimum|min|from|desde|a partir de|a partire da|almeno|al menos|au moins|pelo menos|mindestens|ab',
);
const below = pattern(
  '<|less than|fewer than|under|below|menos de|meno di|sotto|moins de|weniger als|unter|abaixo de|inferior a',
);
const atMost = pattern(
  "<=|=<|≤|up to|at most|no more than|maximum|max|hasta|fino a|jusqu'a|jusqu’a|jusqua|ate|bis zu|bis|hochstens|como maximo",
);
const orMore =
  /\s*(?:\+|(?:or|and) (?:more|above|over|up)|[oy] mas|e piu|o piu|(?:et|ou) plus|(?:e|ou) mais|(?:und|oder) mehr|\+)$/;
const orLess =
  /\s*(?:(?:or|and) (?:less|fewer|below)|o menos|y menos|o meno|(?:ou|et) moins|ou menos|oder weniger)$/;
const opening = /^(?:between|from|entre|desde|de|del|da|dal|von|zwischen|tra|fra)\s+(?=\S*\d)/;
const dashed = /^(.*?\d[^\d]*?)\s*(?:[-–—−‒~…]|\.\.+)\s*([^-–—−‒~…]*\d.*)$/;
const worded = /^(.*?\d.*?)\s+(?:to|until|and|a|al|y|e|hasta|bis|und|et|ate)\s+(.*\d.*)$/;

/**
 * Takes a range apart, in lower case without accents, in six languages: `51-200`, `51 to 200`, `entre 10 y 50`,
 * `10k+`, `>1000`, `mas de 50`, `bis 50`. Null when the text names no range.
 */
export function readRange(text: string): RangeText | null {
  const mayBeOpen = /[a-z<>=≥≤+]/.test(text);
  return (mayBeOpen ? openRange(text) : null) ?? closedRange(text);
}

function openRange(text: string): RangeText | null {
  const kinds = [
    [atLeast, 'from', false],
    [atMost, 'to', false],
    [above, 'from', true],
    [below, 'to', true],
  ] as const;
  if (orMore.test(text)) return { kind: 'from', end: text.replace(orMore, ''), exclusive: false };
  if (orLess.test(text)) return { kind: 'to', end: text.replace(orLess, ''), exclusive: false };
  for (const [words, kind, exclusive] of kinds) {
    const end = words.exec(text)?.[1];
    if (end !== undefined && closedRange(end) === null) return { kind, end, exclusive };
  }
  return null;
}

function closedRange(text: string): RangeText | null {
  const bare = text.replace(opening, '');
  const ends = dashed.exec(bare) ?? worded.exec(bare);
  return ends === null ? null : { kind: 'between', low: ends[1] ?? '', high: ends[2] ?? '' };
}

function pattern(words: string): RegExp {
  const alternatives = words
    .split('|')
    .map((word) => (/^\p{L}/u.test(word) ? `${word}\\.?\\s+` : `${word}\\s*`));
  return new RegExp(`^(?:${alternatives.join('|')})(.*\\d.*)$`);
}
