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
    findings: plan.stepDown ? stepDown(search, grains, first) : first,
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

function firstRound(search: Search, grains: readonly Grain[]): readonly Finding[] {
  const { plan, sample } = search;
  const round = openRound(search, grains, null);
  permute(round.run, 0, plan.permutations);
  const looks = round.found.map((found, c) => looksOf(found, round.run.chances[c]!));
  const sorted = (family: 'declared' | 'searched') =>
    smallestChances(round, looks, { family, from: 0, to: plan.permutations }).sort();
  const smallest = { declared: sorted('declared'), searched: sorted('searched') };
  return round.found.flatMap((found, c): Finding[] => {
    if (found === null) return [];
    const q = fieldP(found.p, looks[c]!);
    const family = familyOf(found.column);
    const hits = countUpTo(smallest[family], q);
    const pAdjusted = acrossFamilies((1 + hits) / (plan.permutations + 1), family, plan);
    return [{ found, looks: looks[c]!, q, pAdjusted, agrees: agreesWithLabel(sample, found) }];
  });
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
