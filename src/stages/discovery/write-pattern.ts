import { describeCondition } from '../../base/expr/index.ts';
import { chooseSide, type Side } from './choose-side.ts';
import { countCover, oddsOf } from './cover.ts';
import { type Effect, type EffectPrior, estimateEffect, shrinkEffect } from './estimate-lift.ts';
import { liftOfOdds } from './lift-of-odds.ts';
import { needMore } from './need-more.ts';
import { patternId } from './pattern-id.ts';
import type { Finding } from './round.ts';
import type { Sample } from './sample.ts';
import { measureStability } from './stability.ts';
import type { DiscoveryInput, Pattern } from './types.ts';
import { verdictOf } from './verdict-of.ts';

/** What all patterns of one search share. */
export interface PatternContext {
  readonly input: DiscoveryInput;
  readonly sample: Sample;
  readonly prior: EffectPrior;
  readonly searched: number;
  readonly measure: string;
  /** False under 12 customers: then chance alone reaches any p that a search could. */
  readonly maySupport: boolean;
}

/** Log odds ratio of a finding on the side it is told from, before and after taking the looks out. */
export function effectOf(sample: Sample, { found, looks }: Finding): Effect {
  return shrinkEffect(sideOdds(sample, found, chooseSide(found.column, found)), { ...found, looks });
}

function sideOdds(sample: Sample, found: Finding['found'], side: Side) {
  const odds = oddsOf(countCover(sample, found.column.field, side.levels));
  return { estimate: odds.estimate, error: odds.error * Math.sqrt(Math.max(1, found.design)) };
}

/** One finding as the page shows it, with all of its evidence. */
export function writePattern(finding: Finding, context: PatternContext): Pattern {
  const { input, sample } = context;
  const { found, looks, q, pAdjusted } = finding;
  const field = sample.fields[found.column.field]!;
  const side = chooseSide(found.column, found);
  const condition = field.condition(side.levels);
  const counts = countCover(sample, found.column.field, side.levels);
  const verdict = verdictOf(finding, context.maySupport);
  const direction = side.sign === 1 ? 'for' : 'against';
  const shown = verdict !== 'none';
  const declared = input.declared.some((said) => said.field === field.id);
  const { error } = sideOdds(sample, found, side);
  return {
    id: patternId(direction, [condition]),
    direction,
    layer: field.layer,
    field: field.id,
    label: declared ? field.label : describeCondition(condition, () => field.label),
    conditions: [condition],
    best: { n: counts.bestInside, of: counts.best },
    rest: { n: counts.restInside, of: counts.rest },
    unknown: counts.unknown,
    measure: context.measure,
    ...liftOf(finding, side, context),
    pField: q,
    pAdjusted,
    stability:
      shown && input.verdictsOnly !== true ? measureStability({ field, found, side }, input.seed) : null,
    verdict,
    needMore:
      verdict === 'supported' || !finding.agrees
        ? null
        : needMore({ ...found, looks, error }, { records: sample.independent, fields: context.searched }),
    declared,
    searchable: field.searchable,
    adds: null,
    parts: [],
    explainedBy: null,
    cohort: null,
    doubts: [],
    reach: shown && input.reach !== null ? input.reach(condition) : null,
  };
}

function liftOf(
  finding: Finding,
  side: Side,
  { sample, prior }: PatternContext,
): Pick<Pattern, 'lift' | 'interval'> {
  const counts = countCover(sample, finding.found.column.field, side.levels);
  const effect = effectOf(sample, finding);
  const up = effect.raw >= 0 ? 1 : -1;
  const facing = { ...effect, raw: effect.raw * up, shrunk: effect.shrunk * up };
  const { point, low, high } = estimateEffect(facing, prior);
  const lift = (logOdds: number): number => liftOfOdds(logOdds * up, counts);
  const ends = [lift(low), lift(high)].sort((a, b) => a - b);
  return { lift: lift(point), interval: [ends[0]!, ends[1]!] };
}
