import type { TextCount } from './column-profile.ts';
import type { QualityColumn, QualityFinding } from './quality-types.ts';

const placeholders = new Set([
  '1899-12-30',
  '1899-12-31',
  '1900-01-01',
  '1970-01-01',
  '2000-01-01',
  '2099-12-31',
]);
const shown = 5;
/** Days before this one are hardly a customer's. */
export const oldestDay = '1950-01-01';
const pileShare = 0.25;
const pileRows = 10;

/** Why a day is hardly real. */
export type SuspectWhy = 'placeholder' | 'early' | 'future' | 'pile';

const reasons: Readonly<Record<SuspectWhy, string>> = {
  placeholder: 'programs write it for no date',
  early: 'before 1950',
  future: 'in the future',
  pile: 'a quarter of the rows on one day',
};

/** What is known beside the days: the day of the report, and whether later days may be right. */
export interface DateOptions {
  readonly asOf: string;
  readonly mayBeLater: boolean;
}

/** The days that are hardly real, with the reason, in the order given. */
export function suspectDays(
  { values, of }: Pick<QualityColumn, 'values' | 'of'>,
  options: DateOptions,
): readonly (TextCount & { readonly why: SuspectWhy })[] {
  return values.flatMap((day) => {
    const why = whySuspicious(day, of, options);
    return why === null ? [] : [{ ...day, why }];
  });
}

/**
 * Days (`YYYY-MM-DD`) that are hardly real: what programs write for no date, before 1950, after `asOf` where the
 * event must have happened, or one day that holds a quarter of the rows. Null when there are none.
 */
export function suspiciousDates(column: QualityColumn, options: DateOptions): QualityFinding | null {
  const { table, field, of } = column;
  const found = suspectDays(column, options);
  if (found.length === 0) return null;
  const count = found.reduce((sum, each) => sum + each.count, 0);
  const examples = found
    .slice(0, shown)
    .map(({ value, count: rows, why }) => `\`${value}\` (${rows}): ${reasons[why]}`);
  const message = `${count} of ${of} dates of \`${field}\` are hardly real: correct them in the source and import it again, or make them unknown`;
  const said = {
    code: 'suspicious-dates',
    params: { count, of, field },
    examples: found
      .slice(0, shown)
      .map(({ value, count: rows, why }) => ({ value, rows, why: { code: `day-${why}`, params: {} } })),
  };
  return { kind: 'suspicious-dates', table, field, count, of, examples, said, message, fix: null };
}

function whySuspicious(
  { value, count }: TextCount,
  of: number,
  { asOf, mayBeLater }: DateOptions,
): SuspectWhy | null {
  if (placeholders.has(value)) return 'placeholder';
  if (value < oldestDay) return 'early';
  if (value > asOf && !mayBeLater) return 'future';
  return count >= pileRows && count / of >= pileShare ? 'pile' : null;
}
