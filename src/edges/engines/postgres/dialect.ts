import { createDialect, type Dialect, quoteIdentifier, type SqlType } from '../../../base/sql/index.ts';

/** PostgreSQL's names of our types. */
export const types: Readonly<Record<SqlType, string>> = {
  text: 'text',
  integer: 'bigint',
  double: 'double precision',
  boolean: 'boolean',
  date: 'date',
  'text[]': 'text[]',
};

/** What a text must look like for a lenient cast; whether the value exists (30 February) is asked of the server. */
const shapes: Readonly<Record<Exclude<SqlType, 'text' | 'text[]'>, string>> = {
  integer: String.raw`^\s*[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?\s*$`,
  double: String.raw`^\s*[+-]?((\d+\.?\d*|\.\d+)([eE][+-]?\d+)?|inf(inity)?)\s*$`,
  boolean: String.raw`^\s*(true|false|t|f|yes|no|y|n|1|0)\s*$`,
  date: String.raw`^\s*\d{4}-\d{1,2}-\d{1,2}\s*$`,
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
 * How PostgreSQL (16 and later) writes. Texts get the collation "C" where they enter a query (literals, casts,
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
    first: ({ value, orderBy, filter }) => `(ARRAY_AGG(${value} ORDER BY ${orderBy})${filter})[1]`,
    table: (name) => tableSource(locate(name)),
    parquet: null,
    csv: null,
  });
}

function lenientCast(written: string, type: SqlType): string {
  if (type === 'text' || type === 'text[]') return `CAST(${written} AS ${types[type]})`;
  const text = `CAST(${written} AS text)`;
  const via = type === 'integer' ? 'numeric' : types[type];
  const cast = type === 'integer' ? `ROUND(CAST(${text} AS numeric))` : text;
  const fits = `${text} ~* '${shapes[type]}' AND PG_INPUT_IS_VALID(${text}, '${via}')`;
  if (type !== 'integer') return `CASE WHEN ${fits} THEN CAST(${cast} AS ${types[type]}) END`;
  return `CASE WHEN ${fits} THEN CASE WHEN ABS(CAST(${text} AS numeric)) < 9e18 THEN CAST(${cast} AS bigint) END END`;
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
