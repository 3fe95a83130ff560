import { kaplanMeier } from '../../base/stats/index.ts';
import type { Measured } from './measured.ts';
import { percentiles } from './percentiles.ts';
import type { Customer } from './select-customers.ts';

/**
 * Measures how well a relation lasts. A present customer's tenure is not over, so it is not compared as if it were:
 * with S the Kaplan-Meier curve of all relations, one that ended at t stands at 1 - (S(t-) + S(t)) / 2, one that has
 * run for h so far at 1 - S(h) / 2, the average over all the places it may yet end at (Prentice 1978; Peto and Peto
 * 1972). A customer of yesterday thereby stands at one half. If no end was ever recorded, tenure can only mean age:
 * the plain percentile, with a warning.
 */
export function measureTenure(customers: readonly Customer[]): Measured {
  const months = Float64Array.from(customers, ({ relation }) => relation.months ?? Number.NaN);
  const ended = customers.map(({ relation }) => (relation.ended ? 1 : 0));
  if (!ended.some((mark, i) => mark === 1 && !Number.isNaN(months[i]!))) return measureAge(months);
  const curve = kaplanMeier(months, ended);
  return {
    raw: months,
    percentiles: months.map((month, i) => {
      if (Number.isNaN(month)) return month;
      return ended[i] === 1 ? 1 - (curve.before(month) + curve.at(month)) / 2 : 1 - curve.at(month) / 2;
    }),
    method:
      'Kaplan-Meier percentile of the months from start to end; present customers count as not yet ended',
    warnings: [],
  };
}

function measureAge(months: Float64Array): Measured {
  const known = months.some((month) => !Number.isNaN(month));
  return {
    raw: months,
    percentiles: percentiles(months, 'high'),
    method: 'percentile of the months since the start',
    warnings: known
      ? [
          'No customer has a recorded end: tenure only means age here, and new customers come out low for being new.',
        ]
      : [],
  };
}
