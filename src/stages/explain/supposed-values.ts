import { shiftDate, type Value } from '../../base/expr/index.ts';
import type { LeafCondition } from './leaf-conditions.ts';

/** A text that no condition names. */
const anythingElse = '\u0000anything else';

/** Up to so many named texts every subset of them is a value of a set; beyond, each alone and all together. */
const mostInSubsets = 5;

/** What a field holds now (a band's ends count as ends), and whether it holds several texts at once. */
export interface KnownValue {
  readonly known: Value;
  readonly isSet: boolean;
}

/**
 * Values of one field that stand for all: one for each way in which conditions on it can come out together.
 *
 * @example
 * const condition = { op: 'window', field: 'employees', low: 3, high: 15, currency: null };
 * supposedValues('employees', [condition], { known: null, isSet: false }); // [2, 3, 15, 4, 16]
 */
export function supposedValues(
  field: string,
  conditions: readonly LeafCondition[],
  { known, isSet }: KnownValue,
): readonly Value[] {
  const own = conditions.filter((leaf) => 'field' in leaf && leaf.field === field);
  const named = own.flatMap((leaf) => (leaf.op === 'member' ? leaf.values : []));
  const texts = [...new Set(named.filter((value) => typeof value === 'string'))];
  if (isSet) return setsOf(texts);
  const numbers = [
    ...named.filter((value) => typeof value === 'number'),
    ...own.flatMap((leaf) => (leaf.op === 'window' ? [leaf.low, leaf.high] : [])),
    ...endsOf(known),
  ];
  const days = own.flatMap((leaf) => (leaf.op === 'dates' ? daysOf(leaf) : []));
  return [
    ...texts,
    ...(texts.length > 0 ? [anythingElse] : []),
    ...(named.some((value) => typeof value === 'boolean') ? [true, false] : []),
    ...between(numbers),
    ...new Set(days),
  ];
}

function endsOf(known: Value): readonly number[] {
  if (known === null || typeof known !== 'object' || Array.isArray(known)) return [];
  const { low, high } = known as { readonly low: number; readonly high: number };
  return [low, high];
}

function setsOf(texts: readonly string[]): readonly Value[] {
  if (texts.length > mostInSubsets) return [[anythingElse], ...texts.map((text) => [text]), [...texts]];
  const subsets = Array.from({ length: 2 ** texts.length }, (_, subset) =>
    texts.filter((_text, i) => (subset >> i) % 2 === 1),
  );
  return subsets.map((set) => (set.length === 0 ? [anythingElse] : set));
}

/** Each end, and one number below, between and above them; whole numbers between whole ends. */
function between(numbers: readonly number[]): readonly number[] {
  const ends = [...new Set(numbers.filter(Number.isFinite))].toSorted((a, b) => a - b);
  const [first, last] = [ends[0], ends.at(-1)];
  if (first === undefined || last === undefined) return numbers.length > 0 ? [0] : [];
  const inside = ends.slice(1).flatMap((end, i) => inner(ends[i]!, end));
  return [first - 1, ...ends, ...inside, last + 1];
}

function inner(low: number, high: number): readonly number[] {
  const whole = Number.isInteger(low) && Number.isInteger(high);
  if (!whole) return [(low + high) / 2];
  return high - low > 1 ? [low + 1] : [];
}

function daysOf({ from, to }: Extract<LeafCondition, { op: 'dates' }>): readonly string[] {
  const day = { count: 1, unit: 'days' } as const;
  return [from, to].flatMap((end) =>
    end === null ? [] : [end, shiftDate(end, day, -1), shiftDate(end, day, 1)],
  );
}
