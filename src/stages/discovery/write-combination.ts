import { describeCondition } from '../../base/expr/index.ts';
import {
  addsTo,
  type Combination,
  type Cover,
  conditionsOf,
  HOLDS,
  type Part,
} from './combinations/index.ts';
import { countCover } from './cover.ts';
import { needMore } from './need-more.ts';
import { patternId } from './pattern-id.ts';
import type { Sample } from './sample.ts';
import type { Pattern, PatternPart } from './types.ts';
import { SUPPORTED } from './verdict-of.ts';
import { type Scored, zWithin } from './within-strata.ts';
import { type PatternContext, writePattern } from './write-pattern.ts';

/** What a combination is written with beside what all patterns share. */
export interface CombinationContext extends PatternContext {
  readonly scored: Scored;
  /** Combinations that were tested. */
  readonly tested: number;
}

/**
 * A combination as the page shows it. It is supported when it adds to its parts more than chance explains: then all of
 * it is needed. Without that it only describes the best.
 */
export function writeCombination(combination: Combination, context: CombinationContext): Pattern {
  const { sample, maySupport, tested } = context;
  const { parts, increment, pAdjusted, agrees, found } = combination;
  const conditions = conditionsOf(sample, parts);
  const written = writePattern(combination, context);
  const adds = addsTo(sample, parts);
  const supported = agrees && maySupport && pAdjusted <= SUPPORTED && adds > 0;
  const size = { records: sample.independent, fields: tested };
  return {
    ...written,
    id: patternId(written.direction, conditions),
    label: parts.map((part) => wordsOf(sample, part)).join(' and '),
    conditions,
    verdict: supported ? 'supported' : 'none',
    needMore:
      supported || increment <= 0 ? null : needMore({ z: increment, looks: 1, sides: 1, error: 0 }, size),
    declared: false,
    adds,
    parts: parts.map((part) => partOf(combination, part, context)),
    reach: null,
    unknown: countCover(sample, found.column.field, [HOLDS]).unknown,
  };
}

function wordsOf({ fields }: Sample, { field, levels }: Cover): string {
  const { condition, label } = fields[field]!;
  return describeCondition(condition(levels), () => label);
}

function partOf(combination: Combination, part: Part, { sample, scored }: CombinationContext): PatternPart {
  const { told } = part;
  const field = sample.fields[part.field]!;
  return {
    id: patternId(told.sign === 1 ? 'for' : 'against', [field.condition(told.levels)]),
    field: field.id,
    label: wordsOf(sample, part),
    zOutside: zOutside(combination, part, { sample, scored }),
  };
}

/** z of a part, in its own direction, among the records that the combination does not hold for. */
function zOutside(
  { found }: Combination,
  { field, levels, sign }: Part,
  { sample, scored }: { readonly sample: Sample; readonly scored: Scored },
): number {
  const inside = new Set(levels);
  const { codes } = sample.fields[field]!;
  const combined = sample.fields[found.column.field]!.codes;
  const groups = codes.map((level, i) => (combined[i] === 0 && level >= 0 ? Number(inside.has(level)) : -1));
  return zWithin({ groups, sign }, null, scored);
}
