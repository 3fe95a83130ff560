import {
  and,
  type CaseBranch,
  call,
  caseWhen,
  ge,
  integer,
  isNull,
  not,
  type SqlExpr,
  text,
  tryCast,
  when,
} from '../../base/sql/index.ts';
import { blankPattern, LETTERED } from './blank-pattern.ts';
import { contentOf, hasOwnReader } from './plan-cell.ts';
import { isPlainDomain, plainDomain } from './plan-fast-domain.ts';
import type { ColumnMapping } from './types.ts';

const CENTURIES = '(1[6-9]|2[01])[0-9][0-9]';
const ISO_DAY = `${CENTURIES}-[0-9]{2}-[0-9]{2}`;
const CLOCK = '[T ][0-9]{2}:[0-9]{2}(:[0-9]{2}([.][0-9]{1,9})?)?Z?';
const WHOLE = '-?[1-9][0-9]{0,11}';
const LONGEST_BLANK = 40;

/** Signs that mean the column's own currency wherever they stand. */
const SIGNS: Readonly<Record<string, string>> = { EUR: '€', GBP: '£', USD: '$', CAD: '$', AUD: '$' };

/**
 * The value of a text column where its text is written the plain way, as SQL; null (of SQL) for every other text,
 * which `readCell` must read. Wherever this gives a value, `readCell` gives the same: a property test says so.
 * Null when no text of the column is read in SQL. `order` says which way of writing to look for first: places in `fastBranches`.
 */
export function fastValue(
  mapping: ColumnMapping,
  of: SqlExpr,
  order: readonly number[] | null = null,
): SqlExpr | null {
  const branches = fastBranches(mapping, of);
  if (branches === null) return null;
  return caseWhen(order === null ? branches : order.flatMap((at) => branches[at] ?? []));
}

/** The ways in which the texts of a column may be written plainly: none is of two, so that any may be asked for first. */
export function fastBranches(mapping: ColumnMapping, of: SqlExpr): readonly CaseBranch[] | null {
  const { spellings, rules, format } = mapping;
  if (spellings !== undefined || rules !== undefined) return null;
  if (contentOf(mapping) === 'domain') return format.blanks.length === 0 ? plainDomain(of) : null;
  if (hasOwnReader(mapping) || format.blanks.some((word) => /[0-9]/.test(word))) return null;
  switch (mapping.kind) {
    case 'number':
      return mapping.format.scale === 1 ? plainNumber(mapping, of, null) : null;
    case 'money':
      return mapping.format.scale === 1 ? plainNumber(mapping, of, signOf(mapping)) : null;
    case 'date':
      return plainDate(mapping, of);
    case 'year':
      return plainYear(of);
    case 'category':
    case 'text':
      return format.separator === null ? plainWords(of, format.blanks) : null;
    default:
      return null;
  }
}

/** True for a known text that `fastValue` does not read; null when it reads none. */
export function missesFastValue(mapping: ColumnMapping, of: SqlExpr): SqlExpr | null {
  const fast = fastValue(mapping, of);
  if (fast === null) return null;
  return contentOf(mapping) === 'domain' ? not(isPlainDomain(of)) : isNull(fast);
}

function matches(of: SqlExpr, pattern: string): SqlExpr {
  return call('matches', of, text(pattern));
}

/** A number with at most one sign of the currency, in front or behind, written in full or short (`€1.2m`, `10k`). */
function plainNumber(
  { format: { decimal } }: ColumnMapping,
  of: SqlExpr,
  sign: string | null,
): readonly CaseBranch[] {
  const mark = decimal ?? '.';
  const fraction = decimal === null ? '([0-9]{1,2}|[0-9]{4,12})' : '[0-9]{1,12}';
  const shape = (figures: string) =>
    sign === null ? `^${figures}$` : `^([${sign}] ?)?${figures}$|^${figures} ?[${sign}]$`;
  const bare =
    sign === null ? of : [sign, ' '].reduce((rest, each) => call('replace', rest, text(each), text('')), of);
  return [
    when(matches(of, shape(`(${WHOLE}|0)([${mark}]${fraction})?`)), toDouble(bare, '', mark)),
    ...(decimal === null ? ['.', ','] : [decimal === '.' ? ',' : '.']).map((thousands) =>
      when(matches(of, shape(grouped(thousands, decimal))), toDouble(bare, thousands, mark)),
    ),
    ...SHORT.map(([letters, power]) =>
      when(matches(of, shape(`${SHORT_FIGURE}[${letters}]`)), shortToDouble(bare, letters, power)),
    ),
  ];
}

/** Its one mark, before one or two figures, is a decimal mark whatever that of the column. */
const SHORT_FIGURE = '([1-9][0-9]{0,5}|0)([.,][0-9]{1,2})?';
const SHORT: readonly (readonly [letters: string, power: string])[] = [
  ['kK', 'e3'],
  ['mM', 'e6'],
];

function shortToDouble(of: SqlExpr, letters: string, power: string): SqlExpr {
  const bare = [...letters].reduce((rest, letter) => call('replace', rest, text(letter), text('')), of);
  return tryCast(call('concat', call('replace', bare, text(','), text('.')), text(power)), 'double');
}

function grouped(thousands: string, decimal: '.' | ',' | null): string {
  const fraction = decimal === null ? '' : `([${decimal}][0-9]{1,6})?`;
  return `-?[1-9][0-9]{0,2}([${thousands}][0-9]{3}){1,3}${fraction}`;
}

function toDouble(of: SqlExpr, thousands: string, decimal: string): SqlExpr {
  const bare = thousands === '' ? of : call('replace', of, text(thousands), text(''));
  return tryCast(decimal === '.' ? bare : call('replace', bare, text(','), text('.')), 'double');
}

function signOf({ format: { currency } }: ColumnMapping): string | null {
  return currency === null ? null : (SIGNS[currency] ?? null);
}

function plainDate({ format: { dateOrder } }: ColumnMapping, of: SqlExpr): readonly CaseBranch[] {
  const day = dateOrder === 'mdy' ? '\\3-\\1-\\2' : '\\3-\\2-\\1';
  const inFigures = ['/', '-', '.'].map((mark) => {
    const pattern = `^([0-9]{1,2})[${mark}]([0-9]{1,2})[${mark}](${CENTURIES})$`;
    return when(matches(of, pattern), tryCast(call('regexReplace', of, text(pattern), text(day)), 'date'));
  });
  return [
    when(matches(of, `^${ISO_DAY}$`), tryCast(of, 'date')),
    when(
      matches(of, `^${ISO_DAY}${CLOCK}$`),
      tryCast(call('regexReplace', of, text('[T ].*$'), text('')), 'date'),
    ),
    ...inFigures,
  ];
}

/** The year of a number of four figures, or of a day that every order of day and month knows. */
function plainYear(of: SqlExpr): readonly CaseBranch[] {
  const days = ['/', '-', '.'].map((mark) =>
    when(
      matches(of, `^(${dayAndMonth(`[${mark}]`)})$`),
      tryCast(call('part', of, text(mark), integer(3)), 'integer'),
    ),
  );
  return [when(matches(of, `^${CENTURIES}$`), tryCast(of, 'integer')), ...days];
}

const LEAP_YEAR = '(1[6-9]|2[01])(0[48]|[2468][048]|[13579][26])|(16|20)00';

/** Days of the calendar with the year behind: `31/12/1996`, `12/31/1996`. */
function dayAndMonth(mark: string): string {
  const days: readonly (readonly [day: string, month: string])[] = [
    ['(0?[1-9]|1[0-9]|2[0-8])', '(0?[1-9]|1[0-2])'],
    ['(29|30)', '(0?[13-9]|1[0-2])'],
    ['31', '(0?[13578]|1[02])'],
  ];
  const ordered = (pairs: typeof days) =>
    pairs.flatMap(([day, month]) => [`${day}${mark}${month}`, `${month}${mark}${day}`]).join('|');
  return `(${ordered(days)})${mark}${CENTURIES}|(${ordered([['29', '0?2']])})${mark}(${LEAP_YEAR})`;
}

/**
 * Texts that stand for themselves: none that stands for nothing holds a figure from 1 to 9, is longer than 40
 * characters, or begins with a letter without being one of a few phrases.
 */
function plainWords(of: SqlExpr, ownBlanks: readonly string[]): readonly CaseBranch[] {
  const counted = matches(of, '^([!-~].*)?[1-9](.*[!-~])?$');
  const long = and([ge(call('length', of), integer(LONGEST_BLANK + 1)), matches(of, '^[!-~].*[!-~]$')]);
  const worded = and([matches(of, LETTERED), not(matches(of, blankPattern(ownBlanks)))]);
  return [when(counted, of), when(worded, of), when(long, of)];
}
