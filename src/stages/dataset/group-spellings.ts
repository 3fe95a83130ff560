import type { TextCount } from './column-profile.ts';
import { compactText, plainText } from './values/index.ts';

/** Texts that probably mean one thing. */
export interface SpellingGroup {
  /** The commonest spelling. */
  readonly suggested: string;
  /** All spellings, the commonest first. */
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
 */
export function groupSpellings(values: readonly TextCount[]): readonly SpellingGroup[] {
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
  return [...groups.values()].filter((group) => group.length > 1).map(toGroup);
}

function toGroup(group: readonly TextCount[]): SpellingGroup {
  const spellings = [...group].sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
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
