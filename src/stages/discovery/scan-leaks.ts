import { spearman } from '../../base/stats/index.ts';
import { compareMissing, MISSING_P } from './compare-missing.ts';
import { type Sample, takeSample, usableRows } from './sample.ts';
import { separation } from './separation.ts';
import type { CandidateField, DiscoveryInput, Leak } from './types.ts';

/** Share difference from which missing values that are no accident tell the label. */
const MISSING_SHARE = 0.3;
const PERFECT = 0.98;
const PERFECT_RECORDS = 20;
const COPY = 0.9;
const COPY_RECORDS = 10;
const AFTER_SHARE = 0.5;

/**
 * Fields that would explain the label because they come from it: known only after the sale, dated after it, copies of
 * what the value is made of, missing in step with the label, or nearly perfect. It looks at values and dates, never
 * at names. A person who says that a field is known before the sale settles the last two.
 */
export function scanLeaks(input: DiscoveryInput): readonly Leak[] {
  const rows = usableRows(input);
  const sample = takeSample(input, rows);
  const components = [
    ...(sample.value === null ? [] : [{ label: 'the value', values: sample.value }]),
    ...input.components.map(({ label, values }) => ({
      label,
      values: Float64Array.from(rows, (i) => values[i]!),
    })),
  ];
  const leaks = sample.fields.flatMap((field): Leak[] => {
    const found =
      afterTheSale(field, sample) ??
      copyOf(field, components) ??
      (field.known === 'before' && field.knownBy === 'user'
        ? null
        : (missingWithLabel(field, sample) ?? nearlyPerfect(field, sample)));
    return found === null ? [] : [{ field: field.id, label: field.label, ...found }];
  });
  return once(leaks, sample.fields);
}

/** What leaks by its own values leaks by groups of them, too: that is said once. */
function once(leaks: readonly Leak[], fields: readonly CandidateField[]): readonly Leak[] {
  const leaking = new Set(leaks.map(({ field }) => field));
  const grouped = new Map(fields.map(({ id, groups }) => [id, groups]));
  return leaks.filter(({ field }) => !leaking.has(grouped.get(field) ?? ''));
}

type Reason = Pick<Leak, 'kind' | 'why'>;

function afterTheSale(field: CandidateField, sample: Sample): Reason | null {
  const kind = 'after-the-sale';
  if (field.known === 'after') return { kind, why: `${field.label} is known only after the sale.` };
  if (field.layer === 'outcome')
    return { kind, why: `${field.label} is a result of the sale, not a trait of the account.` };
  if (field.kind !== 'date' || sample.startedOn === null) return null;
  let dated = 0;
  let later = 0;
  field.codes.forEach((level, i) => {
    const started = sample.startedOn![i]!;
    const low = level < 0 ? null : field.levels[level]!.low;
    if (low === null || Number.isNaN(started)) return;
    dated++;
    if (low > started) later++;
  });
  return dated >= COPY_RECORDS && later >= AFTER_SHARE * dated
    ? { kind, why: `${later} of ${dated} dates in ${field.label} lie after the start of the relation.` }
    : null;
}

function copyOf(
  field: CandidateField,
  components: readonly { readonly label: string; readonly values: Float64Array }[],
): Reason | null {
  if (!field.ordered) return null;
  const column = Float64Array.from(field.codes, (level) => (level < 0 ? Number.NaN : level));
  for (const { label, values } of components) {
    const both = column.filter((x, i) => !Number.isNaN(x) && !Number.isNaN(values[i]!)).length;
    const alike = both < COPY_RECORDS ? Number.NaN : spearman(column, values);
    if (Math.abs(alike) >= COPY)
      return {
        kind: 'value-component',
        why: `${field.label} orders the customers as ${label} does (rank correlation ${alike.toFixed(2)}): it is part of the value, not a reason for it.`,
      };
  }
  return null;
}

function missingWithLabel(field: CandidateField, sample: Sample): Reason | null {
  const missing = compareMissing(field, sample);
  if (missing === null) return null;
  const { best, rest, gap, p } = missing;
  const oneSided = best.n === best.of || rest.n === rest.of;
  return (oneSided || gap > MISSING_SHARE) && p < MISSING_P
    ? {
        kind: 'missing-with-label',
        why: `${field.label} is missing for ${best.n} of ${best.of} in one group and ${rest.n} of ${rest.of} in the other: whether it is filled in tells the outcome.`,
      }
    : null;
}

function nearlyPerfect(field: CandidateField, sample: Sample): Reason | null {
  const known = field.codes.filter((level) => level >= 0).length;
  if (known < PERFECT_RECORDS) return null;
  const apart = separation(field, sample.label);
  return apart >= PERFECT
    ? {
        kind: 'nearly-perfect',
        why: `${field.label} alone tells the two groups apart almost without error (${(100 * apart).toFixed(1)}% over ${known} known): too good to have been known before.`,
      }
    : null;
}
