import type { Search } from '../round.ts';
import type { Sample } from '../sample.ts';
import { packRows, type Selector, type SubgroupResult, searchSubgroups } from '../subgroups/index.ts';
import type { Cover } from './combine.ts';
import { describeBest } from './describe-best.ts';
import { openIncrements } from './increments.ts';
import { isWritable, listCombinations } from './list-combinations.ts';
import { type Part, traitKey } from './part.ts';
import { zOf } from './test-increments.ts';

/** Combinations that one half of the records proposes for a test on the other. */
export interface Proposal {
  readonly sets: readonly (readonly Part[])[];
  /** Those of them that describe the best. */
  readonly described: readonly (readonly Part[])[];
  readonly method: SubgroupResult['method'];
}

/** The strongest condition of each field, and those that stand out among them. */
export interface FoundSides {
  readonly sides: readonly Part[];
  readonly standing: readonly Part[];
}

/** Combinations by quality that are measured as increments, of each direction. */
const KEPT = 100;
/** Combinations that are carried to the other half. */
const CARRIED = 20;
const BUDGET = 2_000_000;
/** One-sided 5%: what shows less in this half is not worth a test in the other. */
const WORTH = 1.645;

/**
 * Proposes combinations of values and of the strongest condition of each field: the best by quality, found exactly as
 * long as the budget lasts, and all pairs of what stands out; of these the ones that add most to their parts.
 */
export function proposeCombinations(search: Search, found: FoundSides): Proposal {
  const { standing } = found;
  const { sample, plan } = search;
  const searches = ([1, -1] as const).map((sign) => searchFacing(search, found, sign));
  const { sets: described } = describeBest(
    sample,
    standing.filter(({ sign }) => sign === 1),
    plan,
  );
  const sets = [...searches.flatMap(({ sets: proposed }) => proposed), ...described].filter(
    isWritable(sample),
  );
  const measured = openIncrements(search, distinct(sets), standing).flatMap(({ trial, increments }) =>
    Array.from(increments, (increment) => ({ parts: increment.parts, z: zOf(increment, trial) })),
  );
  const worth = measured.filter(({ z }) => z >= WORTH).sort((a, b) => b.z - a.z);
  const carried = worth.slice(0, CARRIED).map(({ parts }) => parts);
  return {
    sets: distinct([...carried, ...described]),
    described,
    method: searches.every(({ method }) => method === 'exact') ? 'exact' : 'beam',
  };
}

function searchFacing({ sample, plan }: Search, { sides, standing }: FoundSides, sign: 1 | -1) {
  const covers = allCovers(sample, sides);
  const { top, method } = searchSubgroups({
    target: { kind: 'label', label: sign === 1 ? sample.label : sample.label.map((y) => 1 - y) },
    selectors: covers.map((cover) => selectorOf(sample, cover)),
    depth: plan.depth,
    keep: KEPT,
    sizePower: plan.quality === 'lift' ? 0.5 : 1,
    leastCover: Math.ceil(0.03 * sample.size),
    sameField: false,
    folded: true,
    budget: BUDGET,
  });
  const found = top.map(({ selectors }) =>
    selectors.map((s) => partOf(covers[s]!, sign)).sort((a, b) => a.field - b.field),
  );
  const facing = standing.filter((part) => part.sign === sign).sort((a, b) => a.field - b.field);
  const paired = listCombinations(facing, 2).filter(
    ([one, other]) => traitKey(sample.fields[one!.field]!) !== traitKey(sample.fields[other!.field]!),
  );
  return { sets: [...found.filter((set) => set.length > 1), ...paired], method };
}

function partOf({ field, levels }: Cover, sign: 1 | -1): Part {
  return { field, levels, sign, looks: 1, told: { levels, sign }, supported: false };
}

/** Every value of a category by itself, and the strongest condition of each field. */
function allCovers({ fields }: Sample, sides: readonly Part[]): readonly Cover[] {
  const values = fields.flatMap(({ levels, ordered }, field): Cover[] =>
    ordered ? [] : levels.flatMap((level, l) => (level.nameable ? [{ field, levels: [l] }] : [])),
  );
  return [...values, ...sides.map(({ field, levels }) => ({ field, levels }))];
}

function selectorOf({ size, fields }: Sample, { field, levels }: Cover): Selector {
  const { codes } = fields[field]!;
  const inside = new Uint8Array(fields[field]!.levels.length);
  for (const level of levels) inside[level] = 1;
  return {
    field: traitKey(fields[field]!),
    rows: packRows(size, (i) => codes[i]! >= 0 && inside[codes[i]!] === 1),
    known: packRows(size, (i) => codes[i]! >= 0),
  };
}

function distinct(sets: readonly (readonly Part[])[]): readonly (readonly Part[])[] {
  const key = (set: readonly Part[]): string =>
    set
      .map(({ field, levels, sign }) => `${sign} ${field}:${[...levels].sort((a, b) => a - b).join(' ')}`)
      .sort()
      .join('; ');
  return [...new Map(sets.map((set) => [key(set), set])).values()];
}
