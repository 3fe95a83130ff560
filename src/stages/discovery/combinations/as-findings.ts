import { normalUpperTail } from '../../../base/stats/index.ts';
import { accountCodes } from '../clusters.ts';
import { countCover, coverColumn, oddsOf } from '../cover.ts';
import { openTrial } from '../grain.ts';
import { designOf, type Finding, type Search } from '../round.ts';
import { type Found, findBest } from '../run-round.ts';
import type { Sample } from '../sample.ts';
import { createColumn } from '../search-column.ts';
import type { CandidateField } from '../types.ts';
import { HOLDS } from './combine.ts';
import type { Descriptions } from './describe-best.ts';
import type { Part } from './part.ts';
import type { TestedIncrement } from './test-increments.ts';

/** A combination as a finding of its own; `q` and `pAdjusted` are of what it adds to its parts. */
export interface Combination extends Finding {
  readonly parts: readonly Part[];
  /** z of what it adds. */
  readonly increment: number;
}

/** The combinations worth telling, and the sample with a field for each. */
export interface CombinationOutcome {
  readonly sample: Sample;
  /** Supported ones, and those that describe the best. */
  readonly combinations: readonly Combination[];
  /** Combinations that were tested. */
  readonly combined: number;
  /** How the best description was found. */
  readonly method: Descriptions['method'];
}

/** Adds each combination to the sample as a field and finds it there, so that it is told like any other condition. */
export function asFindings(
  search: Search,
  told: readonly TestedIncrement[],
  family: number,
): Pick<CombinationOutcome, 'sample' | 'combinations'> {
  const own = told.map(({ increment }) => increment.field);
  const sample = { ...search.sample, fields: [...search.sample.fields, ...own] };
  const extended = { ...search, sample };
  const combinations = told.flatMap(({ increment, z, pAdjusted }, t): Combination[] => {
    const at = search.sample.fields.length + t;
    const found = findIn(extended, increment.field, at);
    if (found === null) return [];
    const { parts, sign } = increment;
    const looks = parts.reduce((sum, part) => sum + part.looks, family);
    const odds = oddsOf(countCover(sample, at, [HOLDS])).estimate;
    const agrees = found.sign === sign && odds * sign > 0 && z > 0;
    return [{ found, looks, q: normalUpperTail(z), pAdjusted, agrees, parts, increment: z }];
  });
  return { sample, combinations };
}

function findIn(search: Search, field: CandidateField, at: number): Found | null {
  const { clusters } = search.sample;
  const codes = clusters === null ? null : accountCodes(field.codes, clusters);
  const column = createColumn(codes ?? field.codes, field, { field: at, hypothesis: [HOLDS] });
  const trial = openTrial({ byAccount: codes !== null, columns: [column] }, search, null);
  return findBest(trial, column, () => designOf(search, trial, coverColumn(search.sample, at, [HOLDS])));
}
