import { describeKinds } from './describe-kinds.ts';
import type { Measured } from './measured.ts';
import { percentilesByKind, type Readings } from './percentiles-by-kind.ts';
import { readSources, type Source } from './read-sources.ts';
import type { Customer } from './select-customers.ts';
import { yearlyRates } from './yearly-rates.ts';

/**
 * Measures a component that grows with time: the percentile of its rate per year. Where it is unknown how long the
 * relation has run, the plain count is ranked among the other plain counts, with a warning.
 */
export function measureRate(
  customers: readonly Customer[],
  sources: readonly Source[],
  orientation: 'high' | 'low',
): Measured {
  const counts = readSources(customers, sources);
  const years = Float64Array.from(customers, ({ relation }) => (relation.months ?? Number.NaN) / 12);
  const values = counts.values.slice();
  const formulas = counts.kinds.map((label, kind) => {
    const ofKind = counts.values.map((count, i) => (counts.kindOf[i] === kind ? count : Number.NaN));
    const { rates, addedCount, addedYears } = yearlyRates(ofKind, years);
    rates.forEach((rate, i) => {
      if (!Number.isNaN(rate)) values[i] = rate;
    });
    return `(${label} + ${Number(addedCount.toPrecision(3))}) / (years + ${addedYears})`;
  });
  const readings = splitByTime({ ...counts, values }, years);
  return {
    raw: counts.values,
    percentiles: percentilesByKind(readings, orientation),
    method: `percentile of ${describeKinds(readings, (kind, label) => formulas[kind] ?? label)}`,
    warnings: plainCountWarnings(readings, counts.kinds.length),
  };
}

/** Doubles the kinds: first each with a known time, then each without. */
function splitByTime(readings: Readings, years: Float64Array): Readings {
  const kinds = readings.kinds;
  return {
    values: readings.values,
    kindOf: readings.kindOf.map((kind, i) =>
      kind >= 0 && Number.isNaN(years[i]!) ? kind + kinds.length : kind,
    ),
    kinds: [...kinds, ...kinds.map((label) => `plain ${label}`)],
  };
}

function plainCountWarnings(readings: Readings, timedKinds: number): readonly string[] {
  const known = readings.kindOf.filter((kind) => kind >= 0).length;
  const plain = readings.kindOf.filter((kind) => kind >= timedKinds).length;
  if (plain === 0) return [];
  const label = readings.kinds[0]!;
  return [
    `${plain} of ${known} customers with known ${label} have neither a start nor a tenure: their plain count stands in for a rate per year.`,
  ];
}
