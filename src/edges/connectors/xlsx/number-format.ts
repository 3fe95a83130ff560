/** What a number format makes of a number. */
export type NumberKind = 'number' | 'percent' | 'date' | 'date-time' | 'time';

const PERCENTS: ReadonlySet<number> = new Set([9, 10]);
const TIMES: ReadonlySet<number> = new Set([18, 19, 20, 21, 45, 46, 47]);
const DATES: readonly (readonly [number, number])[] = [
  [14, 17],
  [27, 36],
  [50, 58],
];

/**
 * The kind of a number format by its id and, for ids that the workbook defines itself, its code. Built-in ids
 * without a code are those of ECMA-376 part 1, 18.8.30, with the dates of Asian calendars.
 */
export function numberKind(id: number, code: string | null): NumberKind {
  if (code !== null) return kindOfCode(code);
  if (PERCENTS.has(id)) return 'percent';
  if (id === 22) return 'date-time';
  if (TIMES.has(id)) return 'time';
  return DATES.some(([first, last]) => id >= first && id <= last) ? 'date' : 'number';
}

/** Only the section of positive numbers decides; what it shows as it stands does not. */
function kindOfCode(code: string): NumberKind {
  const bare = code
    .replace(/"[^"]*"?|[\\_*].|General/gi, '')
    .replace(/\[(h+|m+|s+)\]/gi, '$1$1h')
    .replace(/\[[^\]]*\]/g, '');
  const section = (bare.split(';')[0] ?? '').toLowerCase();
  const time = /[hs]/.test(section);
  const date = /[ydg]|e(?![+-])/.test(section) || (section.includes('m') && !time);
  if (date) return time ? 'date-time' : 'date';
  if (time) return 'time';
  return section.includes('%') ? 'percent' : 'number';
}
