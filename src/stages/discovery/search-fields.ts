import { agreesWithLabel, countCover } from './cover.ts';
import { fieldP } from './field-p.ts';
import { type Grain, layOut } from './grain.ts';
import {
  acrossFamilies,
  createSearch,
  type Finding,
  familyOf,
  openRound,
  type Search,
  type SearchPlan,
  smallestChances,
} from './round.ts';
import { permute } from './run-round.ts';
import type { Sample } from './sample.ts';
import type { SearchColumn } from './search-column.ts';
import { searchSpace } from './search-space.ts';
import { looksOf, stepDown } from './step-down.ts';

/** What a search found, and how large it was. */
export interface SearchOutcome {
  readonly findings: readonly Finding[];
  /** Permutations that were run. */
  readonly permutations: number;
  /** Conditions that the search chose among. */
  readonly space: number;
  /** Fields with at least one condition to test. */
  readonly searched: number;
}

/**
 * Searches every field of a sample for the condition that sets best and rest apart most, and finds by permutation how
 * often chance alone does as well anywhere in the search (statistics.md, section 2).
 */
export function searchFields(sample: Sample, plan: SearchPlan): SearchOutcome {
  const grains = layOut(sample, plan.declared)
    .map((grain) => ({ ...grain, columns: worthTesting(sample, grain.columns) }))
    .filter((grain) => grain.columns.length > 0);
  const columns = grains.flatMap((grain) => grain.columns);
  const search = createSearch(sample, plan);
  const first = firstRound(search, grains);
  return {
    findings: plan.stepDown ? stepDown(search, grains, first.findings) : first.findings,
    permutations: first.permutations,
    space: columns.reduce((sum, column) => sum + searchSpace(column), 0),
    searched: new Set(columns.map(({ field }) => field)).size,
  };
}

/**
 * Columns in which best and rest both have known records and some condition covers, and leaves out, enough of them. A
 * field whose only condition was declared is tested as declared alone.
 */
export function worthTesting(sample: Sample, columns: readonly SearchColumn[]): readonly SearchColumn[] {
  const declared = new Set(columns.flatMap(({ field, hypothesis }) => (hypothesis === null ? [] : [field])));
  return columns.filter((column) => {
    const { best, rest } = countCover(sample, column.field, []);
    const space = best > 0 && rest > 0 ? searchSpace(column) : 0;
    return space > 1 || (space === 1 && (column.hypothesis !== null || !declared.has(column.field)));
  });
}

/** Permutations from which the columns' looks are learned; the rest are only counted. */
const LEARNING = 999;
/** Permutations between two looks at whether a verdict can still change. */
const CHUNK = 250;

interface FirstRound {
  readonly findings: readonly Finding[];
  /** Permutations that were run. */
  readonly permutations: number;
}

/**
 * The strongest condition of each column against the strongest of all columns on every permutation. Stops early once
 * nothing can be supported any more, however the other permutations turn out.
 */
function firstRound(search: Search, grains: readonly Grain[]): FirstRound {
  const { plan, sample } = search;
  const round = openRound(search, grains, null);
  const learning = Math.min(LEARNING, plan.permutations);
  permute(round.run, 0, learning);
  const looks = round.found.map((found, c) => looksOf(found, round.run.chances[c]!.subarray(0, learning)));
  const told = round.found.flatMap((found, c): Told[] =>
    found === null
      ? []
      : [{ found, looks: looks[c]!, q: fieldP(found.p, looks[c]!), agrees: agreesWithLabel(sample, found) }],
  );
  const counted = new Map(
    (['declared', 'searched'] as const).map((family) => [family, smallestSoFar(family, 0, learning)]),
  );
  let done = learning;
  while (done < plan.permutations && told.some((one) => one.agrees && mayBeSupported(one))) {
    const to = Math.min(done + CHUNK, plan.permutations);
    permute(round.run, done, to);
    for (const [family, smallest] of counted)
      counted.set(family, merged(smallest, smallestSoFar(family, done, to)));
    done = to;
  }
  const findings = told.map((one) => ({ ...one, pAdjusted: chanceOf(one, done) }));
  return { findings, permutations: done };

  function smallestSoFar(family: 'declared' | 'searched', from: number, to: number): Float64Array {
    return smallestChances(round, looks, { family, from, to }).sort();
  }

  /** With all permutations still to come without a hit. */
  function mayBeSupported(one: Told): boolean {
    return chanceOf(one, plan.permutations) <= plan.alpha;
  }

  function chanceOf({ found, q }: Told, permutations: number): number {
    const family = familyOf(found.column);
    return acrossFamilies((1 + countUpTo(counted.get(family)!, q)) / (permutations + 1), family, plan);
  }
}

type Told = Omit<Finding, 'pAdjusted'>;

function merged(one: Float64Array, other: Float64Array): Float64Array {
  const both = new Float64Array(one.length + other.length);
  both.set(one);
  both.set(other, one.length);
  return both.sort();
}

/** Number of sorted values that are at most `limit`. */
function countUpTo(sorted: Float64Array, limit: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle]! <= limit) low = middle + 1;
    else high = middle;
  }
  return low;
}
