import type { WriteCall } from './dialect-rules.ts';
import { foldedLetters } from './folded-letters.ts';
import type { SqlAggregate, SqlFunction, SqlWindow } from './types.ts';

const whitespace =
  ' \t\n\v\f\r\u0085\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000\ufeff';

/** Functions as most engines write them; a dialect replaces those it spells differently. */
export const standardFunctions: Readonly<Record<SqlFunction, WriteCall>> = {
  lower: ([of]) => `LOWER(${of})`,
  fold: ([of], bind) =>
    `TRANSLATE(LOWER(${of}), ${bind(foldedLetters.from, 'text')}, ${bind(foldedLetters.to, 'text')})`,
  contains: ([of, part]) => `(STRPOS(${of}, ${part}) > 0)`,
  trim: ([of], bind) => `TRIM(${of}, ${bind(whitespace, 'text')})`,
  length: ([of]) => `LENGTH(${of})`,
  concat: (args) => `CONCAT(${args.join(', ')})`,
  coalesce: (args) => `COALESCE(${args.join(', ')})`,
  nullIf: ([of, other]) => `NULLIF(${of}, ${other})`,
  least: (args) => `LEAST(${args.join(', ')})`,
  greatest: (args) => `GREATEST(${args.join(', ')})`,
  abs: ([of]) => `ABS(${of})`,
  floor: ([of]) => `FLOOR(${of})`,
  ln: ([of]) => `LN(NULLIF(GREATEST(${of}, 0), 0))`,
  power: ([base, exponent]) => `POWER(${base}, ${exponent})`,
  round: ([of, digits]) => (digits === undefined ? `ROUND(${of})` : `ROUND(${of}, ${small(digits)})`),
  matches: ([of, pattern]) => `(${of} ~ ${pattern})`,
  regexReplace: ([of, pattern, by]) => `REGEXP_REPLACE(${of}, ${pattern}, ${by}, 'g')`,
  regexExtract: ([of, pattern, group]) => `NULLIF(REGEXP_EXTRACT(${of}, ${pattern}, ${small(group)}), '')`,
  replace: (args) => `REPLACE(${args.join(', ')})`,
  split: ([of, separator]) => `STRING_SPLIT(${of}, ${separator})`,
  part: ([of, separator, place]) => `SPLIT_PART(${of}, ${separator}, ${small(place)})`,
  daysBetween: ([to, from]) => `(${to} - ${from})`,
  addDays: ([of, days]) => `(${of} + ${small(days)})`,
  joinTexts: ([of, separator]) => `ARRAY_TO_STRING(${of}, ${separator})`,
  overlaps: ([left, right]) => `(${left} && ${right})`,
  isElement: ([of, list]) => `(${of} = ANY(${list}))`,
  hash: ([of]) => `SUBSTR(MD5(${of}), 1, 16)`,
  bitOr: (args) => `(${args.join(' | ')})`,
  bitAnd: (args) => `(${args.join(' & ')})`,
  shiftLeft: ([of, by]) => `(${of} << ${small(by)})`,
  shiftRight: ([of, by]) => `(${of} >> ${small(by)})`,
};

function small(written: string | undefined): string {
  return `CAST(${written} AS INTEGER)`;
}

/** The names of the plain aggregates; those with a shape of their own are written by `writeAggregate`. */
export const aggregateNames: Readonly<
  Record<
    Exclude<SqlAggregate, 'countDistinct' | 'countDistinctAbout' | 'argMin' | 'argMax' | 'join' | 'list'>,
    string
  >
> = {
  count: 'COUNT',
  sum: 'SUM',
  min: 'MIN',
  max: 'MAX',
  boolOr: 'BOOL_OR',
  boolAnd: 'BOOL_AND',
  bitOr: 'BIT_OR',
};

/** The names of the window functions. */
export const windowNames: Readonly<Record<SqlWindow, string>> = {
  rowNumber: 'ROW_NUMBER',
  count: 'COUNT',
  sum: 'SUM',
  min: 'MIN',
  max: 'MAX',
};
