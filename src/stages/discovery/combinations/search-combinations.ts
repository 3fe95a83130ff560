import { createRandom, hashSeed } from '../../../base/stats/index.ts';
import type { Finding, Search } from '../round.ts';
import { asFindings, type CombinationOutcome } from './as-findings.ts';
import type { Cover } from './combine.ts';
import { describeBest } from './describe-best.ts';
import { openIncrements } from './increments.ts';
import { isWritable, listCombinations } from './list-combinations.ts';
import { type Part, partsFacing, standingOut } from './part.ts';
import { testIncrements } from './test-increments.ts';

/**
 * Tests every combination of fields that stand out for adding to its parts, those that speak for and those that speak
 * against. Told are those that do, and those of supported parts that describe the best.
 */
export function searchCombinations(search: Search, findings: readonly Finding[]): CombinationOutcome {
  const { sample, plan } = search;
  const standing = plan.stepDown ? standingOut(findings, sample) : [];
  const [best, worst] = ([1, -1] as const).map((sign) => partsFacing(standing, sign));
  const sets = [best!, worst!].flatMap((parts) => listCombinations(parts, plan.depth));
  const random = createRandom(hashSeed(`${plan.seed} combinations`));
  const trials = openIncrements(search, sets.filter(isWritable(sample)), standing.map(coverOf));
  const tested = testIncrements({ ...search, random }, trials);
  const { method, sets: described } = describeBest(sample, best!, plan);
  const told = tested.filter(
    ({ increment: { parts }, pAdjusted }) => pAdjusted <= plan.alpha || described.some(isSame(parts)),
  );
  return { ...asFindings(search, told, tested.length), combined: tested.length, method };
}

function coverOf({ found }: Finding): Cover {
  return { field: found.column.field, levels: found.levels };
}

function isSame(parts: readonly Part[]) {
  return (set: readonly Part[]): boolean =>
    set.length === parts.length && set.every((part) => parts.includes(part));
}
