import { holm, hypergeometricMidP, wilsonInterval } from '../../base/stats/index.ts';
import type { Sample } from './sample.ts';
import type { CandidateField, FieldShares, Pattern, ValueShare } from './types.ts';
import { widenedP } from './widened-p.ts';

const LEVEL = 0.05;
const CONFIDENCE = 0.9;

/**
 * For each category with a pattern that is supported or suggestive, how often each of its values is among the best. A
 * value is supported when the field is and its own difference holds after Holm over the values of the field.
 */
export function shareByValue(patterns: readonly Pattern[], sample: Sample): readonly FieldShares[] {
  const shown = patterns.filter(({ verdict, conditions }) => verdict !== 'none' && conditions.length === 1);
  const named = [...new Set(shown.map(({ field }) => field))];
  return named.flatMap((id) => {
    const field = sample.fields.find((each) => each.id === id && each.kind === 'category');
    if (field === undefined) return [];
    const supported = shown.some((pattern) => pattern.field === id && pattern.verdict === 'supported');
    return [{ field: id, label: field.label, ...sharesOf(field, sample, supported) }];
  });
}

function sharesOf(
  field: CandidateField,
  sample: Sample,
  supported: boolean,
): Pick<FieldShares, 'values' | 'unknown'> {
  const known = countLevel(sample, field, (level) => level >= 0);
  const values = field.levels.map(({ label }, at) => {
    const { best, of } = countLevel(sample, field, (level) => level === at);
    const inside = Float64Array.from(field.codes, (level) => Number(level === at));
    const drawn = { population: known.of, successes: known.best, draws: of };
    const upper = hypergeometricMidP(best, drawn);
    const lower = hypergeometricMidP(of - best, { ...drawn, successes: known.of - known.best });
    const p = widenedP(Math.min(1, 2 * Math.min(upper, lower)), inside, sample);
    const direction = best * known.of >= known.best * of ? ('for' as const) : ('against' as const);
    return { value: label, best, of, interval: wilsonInterval(best, of, CONFIDENCE), direction, p };
  });
  const unknown = countLevel(sample, field, (level) => level < 0);
  return { values: judged(values, supported), unknown: unknown.of === 0 ? null : unknown };
}

function countLevel(sample: Sample, { codes }: CandidateField, has: (level: number) => boolean) {
  let best = 0;
  let of = 0;
  codes.forEach((level, i) => {
    if (!has(level)) return;
    of++;
    best += sample.label[i]!;
  });
  return { best, of };
}

type Tested = Omit<ValueShare, 'pAdjusted' | 'verdict'> & { readonly p: number };

function judged(values: readonly Tested[], supported: boolean): readonly ValueShare[] {
  const adjusted = holm(values.map(({ p }) => p));
  return values
    .map(({ value, best, of, interval, direction }, at): ValueShare => {
      const pAdjusted = adjusted[at]!;
      const verdict = supported && pAdjusted < LEVEL ? 'supported' : 'none';
      return { value, best, of, interval, direction, pAdjusted, verdict };
    })
    .toSorted((one, two) => two.best / two.of - one.best / one.of || one.pAdjusted - two.pAdjusted);
}
