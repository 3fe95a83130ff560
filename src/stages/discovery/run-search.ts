import type { Declared } from './grain.ts';
import type { Finding, SearchPlan } from './round.ts';
import type { Sample } from './sample.ts';
import { searchFields } from './search-fields.ts';
import { searchHalves } from './search-halves.ts';
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
    stepDown: sample.independent >= SUPPORT_FROM,
  };
  return sample.independent > SPLIT_ABOVE ? inHalves(input, rows, plan) : inOne(sample, plan);
}

function inOne(sample: Sample, plan: SearchPlan): SearchReport {
  const { findings, space, searched } = searchFields(sample, plan);
  const what = sample.clusters === null ? '' : ' (attributes of an account move with the whole account)';
  return {
    sample,
    findings,
    space,
    searched,
    family: searched,
    permutations: plan.permutations,
    adjustedBy: `${plan.permutations} permutations of the whole search${what}, step by step behind what is supported; ${families(plan)}`,
    maySupport: plan.stepDown,
    split: false,
  };
}

function inHalves(input: DiscoveryInput, rows: Int32Array, plan: SearchPlan): SearchReport {
  const { sample, findings, space, searched, carried } = searchHalves(input, rows, plan);
  return {
    sample,
    findings,
    space,
    searched,
    family: carried,
    permutations: 0,
    adjustedBy: `one half searched, ${carried} conditions tested on the other half (Holm); ${families(plan)}`,
    maySupport: true,
    split: true,
  };
}

function families({ declared }: SearchPlan): string {
  return declared.length === 0
    ? 'single conditions share 5%, combinations are not searched'
    : `${declared.length} declared hypotheses share 2.5%, single conditions the other 2.5%, combinations are not searched`;
}

/** Hypotheses whose field is still searched and has the levels they name. */
function declaredOf({ declared, fields }: DiscoveryInput): readonly Declared[] {
  return declared.flatMap(({ field, levels }) => {
    const index = fields.findIndex(({ id }) => id === field);
    const named = levels.filter((level) => level >= 0 && level < (fields[index]?.levels.length ?? 0));
    return named.length === 0 ? [] : [{ field: index, levels: named }];
  });
}
