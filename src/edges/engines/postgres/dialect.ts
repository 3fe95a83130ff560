import {
  createDialect,
  type Dialect,
  foldedLetters,
  quoteIdentifier,
  type SqlType,
} from '../../../base/sql/index.ts';

/** PostgreSQL's names of our types. */
export const types: Readonly<Record<SqlType, string>> = {
  text: 'text',
  integer: 'bigint',
  double: 'double precision',
  boolean: 'boolean',
  date: 'date',
  'text[]': 'text[]',
};

const number = String.raw`[+-]?(\d{1,200}(\.\d{0,200})?|\.\d{1,200})([eE][+-]?\d{1,2})?`;
const leapYear = String.raw`(\d\d(0[48]|[2468][048]|[13579][26])|([02468][048]|[13579][26])00)`;

/**
 * What a text must look like for a lenient cast: only what the strict cast then takes without fail. So numbers are
 * those of up to 200 digits before and behind the point, and days are those of the calendar.
 */
const shapes: Readonly<Record<Exclude<SqlType, 'text' | 'text[]'>, string>> = {
  integer: number,
  double: `(${number}|[+-]?inf(inity)?)`,
  boolean: '(true|false|t|f|yes|no|y|n|1|0)',
  date: String.raw`(?!0000)(\d{4}-(0?[13578]|1[02])-(0?[1-9]|[12]\d|3[01])|\d{4}-(0?[469]|11)-(0?[1-9]|[12]\d|30)|\d{4}-0?2-(0?[1-9]|1\d|2[0-8])|${leapYear}-0?2-29)`,
};

/** What the dialect must know of the server it writes for. */
export interface PostgresSurroundings {
  /** A collation whose lower() knows more than ASCII; `default` is the database's own. */
  readonly caseCollation: string;
  /** Where a table is. */
  readonly locate: (table: string) => PostgresTable;
}

/** A table of the server. */
export interface PostgresTable {
  /** Its quoted name, with the schema where needed. */
  readonly written: string;
  /** Its columns in order, and whether their texts sort by a language; null when nothing is known of them. */
  readonly columns: readonly { readonly name: string; readonly sorted: boolean }[] | null;
}

/**
 * How PostgreSQL (15 and later) writes. Texts get the collation "C" where they enter a query (literals, casts,
 * table columns); PostgreSQL hands a collation on through expressions, so every comparison, ORDER BY and
 * min or max of texts goes by UTF-8 bytes, whatever language the database was made for.
 */
export function createPostgresDialect({ caseCollation, locate }: PostgresSurroundings): Dialect {
  return createDialect({
    name: 'PostgreSQL',
    types,
    semiJoins: 'exists',
    functions: {
      lower: ([of]) => binary(`LOWER(${of} COLLATE ${quoteIdentifier(caseCollation)})`),
      fold: ([of], bind) =>
        binary(
          `TRANSLATE(LOWER(${of} COLLATE ${quoteIdentifier(caseCollation)}), ${bind(foldedLetters.from, 'text')}, ${bind(foldedLetters.to, 'text')})`,
        ),
      round: ([of, digits = '0']) =>
        `CAST(ROUND(CAST(${of} AS numeric), CAST(${digits} AS integer)) AS ${types.double})`,
      power: ([base, exponent]) =>
        `CASE WHEN ${exponent} * LN(NULLIF(GREATEST(${base}, 0), 0)) < -700 THEN 0 ELSE POWER(${base}, ${exponent}) END`,
      regexExtract: ([of, pattern, group]) =>
        `NULLIF(REGEXP_SUBSTR(${of}, ${pattern}, 1, 1, '', CAST(${group} AS integer)), '')`,
      split: ([of, separator]) =>
        `CASE WHEN ${of} = '' THEN ARRAY[''] ELSE STRING_TO_ARRAY(${of}, ${separator}) END`,
    },
    lenientCast,
    collate: binary,
    sortedList: null,
    countAbout: (written) => `COUNT(DISTINCT ${written})`,
    first: ({ value, orderBy, filter }) => `(ARRAY_AGG(${value} ORDER BY ${orderBy})${filter})[1]`,
    table: (name) => tableSource(locate(name)),
    parquet: null,
    csv: null,
  });
}

function lenientCast(written: string, type: SqlType): string {
  if (type === 'text' || type === 'text[]') return `CAST(${written} AS ${types[type]})`;
  const text = `CAST(${written} AS text)`;
  const exact = `CAST(${text} AS numeric)`;
  const cast =
    type === 'integer'
      ? `CASE WHEN ABS(${exact}) < 9223372036854775807 THEN CAST(ROUND(${exact}) AS bigint) END`
      : `CAST(${text} AS ${types[type]})`;
  return String.raw`CASE WHEN ${text} ~* '^\s*${shapes[type]}\s*$' THEN ${cast} END`;
}

function tableSource({ written, columns }: PostgresTable): string {
  if (!columns?.some(({ sorted }) => sorted)) return written;
  const listed = columns.map((column) => {
    const quoted = quoteIdentifier(column.name);
    return column.sorted ? `${binary(quoted)} AS ${quoted}` : quoted;
  });
  return `(SELECT ${listed.join(', ')} FROM ${written})`;
}

function binary(written: string): string {
  return `(${written} COLLATE "C")`;
}
