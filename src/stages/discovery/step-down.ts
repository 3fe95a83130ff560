import { agreesWithLabel, coverColumn } from './cover.ts';
import { effectiveLooks, fieldP } from './field-p.ts';
import type { Grain } from './grain.ts';
import {
  acrossFamilies,
  type Family,
  type Finding,
  familyOf,
  openRound,
  type Round,
  type Search,
  type SearchPlan,
  smallestChances,
} from './round.ts';
import { type Found, permute } from './run-round.ts';

/** Permutations from which a later round learns its columns' looks; the rest are only counted. */
const LEARNING = 499;
/** Permutations between two looks at whether a verdict can still change. */
const CHUNK = 250;

/**
 * Looks behind what is supported: the strongest supported condition is regressed out of the scores, the residuals
 * are permuted (Freedman and Lane 1983), the other fields are searched again, until nothing more is supported
 * (Westfall and Young 1993). A condition found so replaces its field's finding of the first round.
 */
export function stepDown(
  search: Search,
  grains: readonly Grain[],
  first: readonly Finding[],
): readonly Finding[] {
  const findings = [...first];
  const taken = new Set<number>();
  const columns: Float64Array[] = [];
  let next: Finding | null = strongest(first.filter((f) => f.agrees && f.pAdjusted <= search.plan.alpha));
  while (next !== null && columns.length < search.sample.independent / 10) {
    const { column, levels } = next.found;
    taken.add(column.field);
    columns.push(coverColumn(search.sample, column.field, levels));
    const rest = grains.map((grain) => ({
      ...grain,
      columns: grain.columns.filter(({ field }) => !taken.has(field)),
    }));
    next = searchAgain(search, rest, { columns, atLeast: next.pAdjusted });
    if (next !== null) replace(findings, next);
  }
  return findings;
}

function strongest(findings: readonly Finding[]): Finding | null {
  return findings.reduce<Finding | null>((best, f) => (best === null || f.q < best.q ? f : best), null);
}

function replace(findings: Finding[], by: Finding): void {
  const at = findings.findIndex(({ found }) => found.column === by.found.column);
  findings[at] = by;
}

/** The strongest finding behind what was taken when it is supported, else null. */
function searchAgain(
  search: Search,
  grains: readonly Grain[],
  behind: { readonly columns: readonly Float64Array[]; readonly atLeast: number },
): Finding | null {
  const { plan, sample } = search;
  const round = openRound(search, grains, behind.columns);
  const learning = Math.min(LEARNING, plan.permutations);
  permute(round.run, 0, learning);
  const looks = round.found.map((found, c) => looksOf(found, round.run.chances[c]!.subarray(0, learning)));
  const candidates = round.found.flatMap((found, c): Finding[] =>
    found === null || !agreesWithLabel(sample, found)
      ? []
      : [{ found, looks: looks[c]!, q: fieldP(found.p, looks[c]!), pAdjusted: 1, agrees: true }],
  );
  const counting: Counting = { round, looks, plan, done: learning };
  for (const family of ['declared', 'searched'] as const) {
    const best = strongest(candidates.filter(({ found }) => familyOf(found.column) === family));
    const p = best === null ? 1 : chanceOf(counting, family, best.q);
    if (best !== null && p <= plan.alpha) return { ...best, pAdjusted: Math.max(p, behind.atLeast) };
  }
  return null;
}

/** Looks of a column, from its permuted chances and its real one. */
export function looksOf(found: Found | null, chances: Float64Array): number {
  return effectiveLooks(found === null ? chances : [found.p, ...chances]);
}

/** A round whose permutations are run as far as its verdicts need them. */
interface Counting {
  readonly round: Round;
  readonly looks: readonly number[];
  readonly plan: SearchPlan;
  done: number;
}

/**
 * Share of permutations in which any column of the family does as well, the real one counted. Stops early only when
 * the share can no longer come down to alpha; the share given then is above alpha.
 */
function chanceOf(counting: Counting, family: Family, q: number): number {
  const { round, looks, plan } = counting;
  const hits = (from: number, to: number): number =>
    smallestChances(round, looks, { family, from, to }).filter((chance) => chance <= q).length;
  let found = hits(0, counting.done);
  while (
    counting.done < plan.permutations &&
    acrossFamilies((1 + found) / (plan.permutations + 1), family, plan) <= plan.alpha
  ) {
    const to = Math.min(counting.done + CHUNK, plan.permutations);
    permute(round.run, counting.done, to);
    found += hits(counting.done, to);
    counting.done = to;
  }
  return acrossFamilies((1 + found) / (counting.done + 1), family, plan);
}
