import type { TextCount } from './column-profile.ts';
import { compactText, plainText } from './values/index.ts';

/** Texts that probably mean one thing. */
export interface SpellingGroup {
  /** A word known to be right, else the commonest spelling. */
  readonly suggested: string;
  /** All spellings, the suggested one first; a known word that no row has counts 0. */
  readonly spellings: readonly TextCount[];
}

/** Shorter words differ by one letter too easily: `Iran` and `Iraq`. */
const shortestWord = 6;

/**
 * Groups texts that are equal but for case, accents, spaces and punctuation, or that differ in one letter of one
 * word of at least six letters (one added, dropped, changed, or two swapped). Figures must be equal.
 *
 * @example
 * groupSpellings([{ value: 'Plan Pro', count: 9 }, { value: 'PlanPro', count: 2 }]);
 * // [{ suggested: 'Plan Pro', spellings: [...] }]
 *
 * @param known words that are spelled right, whether a row has them or not
 */
export function groupSpellings(
  given: readonly TextCount[],
  known: readonly string[] = [],
): readonly SpellingGroup[] {
  const values = [...given, ...unused(known, given)];
  const parents = values.map((_, index) => index);
  const rootOf = (index: number): number => {
    const parent = parents[index] ?? index;
    return parent === index ? index : rootOf(parent);
  };
  const bySketch = new Map<string, number[]>();
  for (const [index, { value }] of values.entries()) {
    for (const sketch of sketchesOf(value)) {
      const near = bySketch.get(sketch) ?? [];
      const twin = near.find((other) => areOne(values[other]?.value ?? '', value));
      if (twin !== undefined) parents[rootOf(index)] = rootOf(twin);
      bySketch.set(sketch, [...near, index]);
    }
  }
  const groups = new Map<number, TextCount[]>();
  for (const [index, value] of values.entries()) {
    const root = rootOf(index);
    groups.set(root, [...(groups.get(root) ?? []), value]);
  }
  return [...groups.values()]
    .map((group) => toGroup(group, known))
    .filter(({ spellings: [, ...others] }) => others.some(({ count }) => count > 0));
}

/** Known words that no row has, in any case or with other punctuation. */
function unused(known: readonly string[], given: readonly TextCount[]): readonly TextCount[] {
  const present = new Set(given.map(({ value }) => compactText(value)));
  return known.filter((word) => !present.has(compactText(word))).map((value) => ({ value, count: 0 }));
}

function toGroup(group: readonly TextCount[], known: readonly string[]): SpellingGroup {
  const right = new Set(known.map(compactText));
  const isRight = ({ value }: TextCount) => Number(right.has(compactText(value)));
  const spellings = [...group].sort(
    (a, b) => isRight(b) - isRight(a) || b.count - a.count || (a.value < b.value ? -1 : 1),
  );
  return { suggested: spellings[0]?.value ?? '', spellings };
}

/** The text, and what is left of it when any one letter is dropped: texts one edit apart share one of these. */
function sketchesOf(value: string): ReadonlySet<string> {
  const letters = compactText(value);
  const sketches = new Set([letters]);
  if (letters.length < shortestWord || letters.length > 60) return sketches;
  for (let at = 0; at < letters.length; at++) sketches.add(letters.slice(0, at) + letters.slice(at + 1));
  return sketches;
}

function areOne(a: string, b: string): boolean {
  if (compactText(a) === compactText(b)) return compactText(a) !== '';
  const left = plainText(a).split(' ');
  const right = plainText(b).split(' ');
  if (left.length !== right.length) return false;
  const different = left.flatMap((word, at) =>
    word === right[at] ? [] : [[word, right[at] ?? ''] as const],
  );
  const [pair] = different;
  return different.length === 1 && pair !== undefined && isSlip(pair[0], pair[1]);
}

function isSlip(a: string, b: string): boolean {
  if (Math.min(a.length, b.length) < shortestWord - 1 || Math.max(a.length, b.length) < shortestWord)
    return false;
  if (a.replace(/\D/g, '') !== b.replace(/\D/g, '')) return false;
  return isOneSlipApart(a, b);
}

function isOneSlipApart(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  let at = 0;
  while (at < short.length && short[at] === long[at]) at += 1;
  if (short.length < long.length) return short.slice(at) === long.slice(at + 1);
  const swapped =
    short[at] === long[at + 1] && short[at + 1] === long[at] && short.slice(at + 2) === long.slice(at + 2);
  return swapped || short.slice(at + 1) === long.slice(at + 1);
}
