import { type Condition, type Duration, daysBetween, shiftDate } from '../../base/expr/index.ts';
import { type Bin, binOf, cutLevels } from './cut-levels.ts';
import { aboutField, type FieldAbout } from './field-about.ts';
import type { CandidateField } from './types.ts';

const EPOCH = '1970-01-01';

/**
 * A candidate field of dates, searched for windows of age at `asOf`. A date after that day is known to lie in no
 * window.
 *
 * @param values `YYYY-MM-DD`; null is unknown.
 */
export function codeDates(
  values: readonly (string | null)[],
  about: FieldAbout & { readonly asOf: string },
): CandidateField {
  const today = daysBetween(EPOCH, about.asOf);
  const days = Float64Array.from(values, (date) => (date === null ? Number.NaN : daysBetween(EPOCH, date)));
  const bins = cutLevels(days.filter((day) => day <= today));
  const ahead = days.filter((day) => day > today).sort();
  const named = bins.map((bin) => ({ label: dayLabel(bin), ...bin, nameable: true }));
  const future = {
    label: 'in the future',
    low: ahead[0] ?? null,
    high: ahead.at(-1) ?? null,
    nameable: false,
  };
  return {
    ...aboutField(about),
    kind: 'date',
    ordered: true,
    codes: Int32Array.from(days, (day) => {
      if (Number.isNaN(day)) return -1;
      return day > today ? bins.length : binOf(bins, day);
    }),
    levels: ahead.length > 0 ? [...named, future] : named,
    condition: ageBuilder(bins, about),
  };
}

function dayLabel({ low, high }: Bin): string {
  return low === high ? dateOf(low) : `${dateOf(low)} to ${dateOf(high)}`;
}

function dateOf(day: number): string {
  return shiftDate(EPOCH, { count: day, unit: 'days' }, 1);
}

function ageBuilder(
  bins: readonly Bin[],
  { column, asOf }: { readonly column: string; readonly asOf: string },
): (levels: readonly number[]) => Condition {
  return (levels) => {
    const first = Math.min(...levels);
    const last = Math.max(...levels);
    const newest = bins[last]!.high;
    const oldest = bins[first]!.low;
    return {
      op: 'age',
      field: column,
      min: last === bins.length - 1 ? null : ageBetween(asOf, newest, bins[last + 1]!.low),
      max: first === 0 ? null : ageBetween(asOf, oldest, bins[first - 1]!.high),
    };
  };
}

/** The roundest age whose day is `day` or lies on the way to `limit`, which it must not reach. */
function ageBetween(asOf: string, day: number, limit: number): Duration {
  const age = daysBetween(EPOCH, asOf) - day;
  const direction = limit > day ? -1 : 1;
  for (const [unit, length] of [
    ['years', 365.2425],
    ['months', 30.436875],
    ['weeks', 7],
  ] as const) {
    const nearest = Math.round(age / length);
    for (const count of [nearest, nearest + direction]) {
      if (count < 1) continue;
      const at = daysBetween(EPOCH, shiftDate(asOf, { count, unit }, -1));
      if (direction === -1 ? at >= day && at < limit : at <= day && at > limit) return { count, unit };
    }
  }
  return { count: age, unit: 'days' };
}
