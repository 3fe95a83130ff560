import { type Combination, searchCombinations } from './combinations/index.ts';
import { driftFindings } from './drift-findings.ts';
import type { Declared } from './grain.ts';
import { createSearch, type Family, type Finding, familyShare, type SearchPlan } from './round.ts';
import type { Sample } from './sample.ts';
import { searchFields } from './search-fields.ts';
import { searchHalves } from './search-halves.ts';
import type { SubgroupResult } from './subgroups/index.ts';
import type { DiscoveryInput } from './types.ts';

/** Free records above which one half is searched and the other half tests. */
const SPLIT_ABOVE = 5000;
/** Free records under which chance reaches any p that a search could. */
const SUPPORT_FROM = 12;
const ALPHA = 0.05;

/** A finished search, whichever way it was run. */
export interface SearchReport {
  /** The records that the findings count: all, or the half that tested them. */
  readonly sample: Sample;
  readonly findings: readonly Finding[];
  /** Supported combinations, and those that describe the best. */
  readonly combinations: readonly Combination[];
  /** What may only reflect the time of the start, where the search compared units of one quarter only. */
  readonly drifts: readonly Finding[];
  /** Combinations that were tested. */
  readonly combined: number;
  readonly method: SubgroupResult['method'];
  readonly space: number;
  readonly searched: number;
  /** Fields in the family that `suggestive` counts. */
  readonly family: number;
  readonly permutations: number;
  readonly adjustedBy: string;
  readonly maySupport: boolean;
  readonly split: boolean;
}

/** Runs the search that the number of free records allows: all at once, or one half against the other. */
export function runSearch(input: DiscoveryInput, sample: Sample, rows: Int32Array): SearchReport {
  const plan: SearchPlan = {
    declared: declaredOf(input),
    permutations: input.permutations ?? (sample.size <= 1000 ? 4999 : 999),
    seed: input.seed,
    alpha: ALPHA,
    depth: input.depth,
    quality: input.quality,
    withinQuarters: input.cutOff,
    stepDown: sample.independent >= SUPPORT_FROM,
  };
  const report = sample.independent > SPLIT_ABOVE ? inHalves(input, rows, plan) : inOne(sample, plan);
  return { ...report, drifts: plan.withinQuarters ? driftFindings(report.sample, plan) : [] };
}

function inOne(sample: Sample, plan: SearchPlan): Omit<SearchReport, 'drifts'> {
  const { findings, space, searched, permutations } = searchFields(sample, plan);
  const combined = searchCombinations(createSearch(sample, plan), findings);
  const what = [
    sample.clusters === null ? '' : ' (attributes of an account move with the whole account)',
    withinWords(plan),
  ].join('');
  return {
    ...combined,
    findings,
    space,
    searched,
    family: searched,
    permutations,
    adjustedBy: `${permutations} permutations of the whole search${what}, step by step behind what is supported; ${families(plan)}`,
    maySupport: plan.stepDown,
    split: false,
  };
}

function inHalves(input: DiscoveryInput, rows: Int32Array, plan: SearchPlan): Omit<SearchReport, 'drifts'> {
  const { carried, ...found } = searchHalves(input, rows, plan);
  return {
    ...found,
    family: carried,
    permutations: 0,
    adjustedBy: `one half searched, ${carried} conditions tested on the other half (Holm)${withinWords(plan)}; ${families(plan)}`,
    maySupport: true,
    split: true,
  };
}

function withinWords({ withinQuarters }: SearchPlan): string {
  return withinQuarters ? ' within quarters of the start, since some outcomes are cut off' : '';
}

function families(plan: SearchPlan): string {
  const share = (family: Family): string =>
    `${Number((100 * ALPHA * familyShare(family, plan)).toFixed(2))}%`;
  const { length } = plan.declared;
  return [
    ...(length > 0 ? [`${length} declared hypotheses share ${share('declared')}`] : []),
    `single conditions share ${share('searched')}`,
    plan.depth > 1 ? `what combinations add ${share('combined')}` : 'combinations are not searched',
  ].join(', ');
}

/** Hypotheses whose field is still searched and has the levels they name. */
function declaredOf({ declared, fields }: DiscoveryInput): readonly Declared[] {
  return declared.flatMap(({ field, levels }) => {
    const index = fields.findIndex(({ id }) => id === field);
    const named = levels.filter((level) => level >= 0 && level < (fields[index]?.levels.length ?? 0));
    return named.length === 0 ? [] : [{ field: index, levels: named }];
  });
}
