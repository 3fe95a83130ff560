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
const oldest = '1950-01-01';
const pileShare = 0.25;
const pileRows = 10;

/**
 * Days (`YYYY-MM-DD`) that are hardly real: what programs write for no date, before 1950, after `asOf` where the
 * event must have happened, or one day that holds a quarter of the rows. Null when there are none.
 */
export function suspiciousDates(
  { table, field, values, of }: QualityColumn,
  options: { readonly asOf: string; readonly mayBeLater: boolean },
): QualityFinding | null {
  const found = values.flatMap((day) => {
    const why = whySuspicious(day, of, options);
    return why === null ? [] : [{ ...day, why }];
  });
  if (found.length === 0) return null;
  const count = found.reduce((sum, each) => sum + each.count, 0);
  const examples = found
    .slice(0, shown)
    .map(({ value, count: rows, why }) => `\`${value}\` (${rows}): ${why}`);
  const message = `${count} of ${of} dates of \`${field}\` are hardly real: correct them in the source and import it again`;
  return { kind: 'suspicious-dates', table, field, count, of, examples, message, fix: null };
}

function whySuspicious(
  { value, count }: TextCount,
  of: number,
  { asOf, mayBeLater }: { readonly asOf: string; readonly mayBeLater: boolean },
): string | null {
  if (placeholders.has(value)) return 'programs write it for no date';
  if (value < oldest) return 'before 1950';
  if (value > asOf && !mayBeLater) return 'in the future';
  return count >= pileRows && count / of >= pileShare ? 'a quarter of the rows on one day' : null;
}
