import { open } from 'node:fs/promises';
import type { DuckDBConnection } from '@duckdb/node-api';
import { BestfitError } from '../../../base/errors/index.ts';
import type { Bind, CsvOptions, Row, SniffedCsv, SqlStatement } from '../../../base/sql/index.ts';
import { runRows } from './connections.ts';
import { readCsv } from './read-csv.ts';
import { requireFile } from './require-file.ts';

/**
 * How the sniffer is asked, in this order. Leaving bad rows out finds the delimiter of ragged files; the strict
 * way finds tables below title lines; the last is for mixed line ends.
 */
const ATTEMPTS = [
  'ignore_errors = true',
  'ignore_errors = false',
  'ignore_errors = true, strict_mode = false',
] as const;

const LONGEST = 64_000_000;
/** Lines as long as usual first: looking for longer ones reads 64 MB of the file. */
const LINES = ['', `max_line_size = ${LONGEST}, buffer_size = ${LONGEST}, `] as const;
const SAMPLE = 65_536;

interface Guess {
  readonly options: Omit<CsvOptions, 'names'>;
  readonly columns: number;
}

/** Guesses how a delimited text file is written, by DuckDB's sniffer, and reads its header. */
export async function sniffCsv(
  connection: DuckDBConnection,
  path: string,
  delimiter: string | null,
): Promise<SniffedCsv> {
  await requireFile(path);
  const guess = await bestGuess(connection, path, delimiter);
  const first = await firstRecord(connection, path, guess);
  const header = guess.options.header || first.every((cell) => cell === '' || !isValue(cell));
  const headers = header ? first : [];
  return { options: { ...guess.options, header, names: nameColumns(headers, guess.columns) }, headers };
}

async function bestGuess(
  connection: DuckDBConnection,
  path: string,
  delimiter: string | null,
): Promise<Guess> {
  let best: Guess | null = null;
  for (const attempt of ATTEMPTS) {
    const guess = await withUsualQuote(connection, { path, delimiter }, attempt);
    if (guess !== null && guess.columns > (best?.columns ?? 0)) best = guess;
    if (best !== null && best.columns > 1) return best;
  }
  if (best === null)
    throw new BestfitError('input.binary', { file: path, looksLike: 'something other than a table' });
  return best;
}

/** A single quotation mark is an apostrophe, and a cell of two of them a text, unless cells are written in such marks. */
async function withUsualQuote(
  connection: DuckDBConnection,
  source: CsvQuestion,
  attempt: string,
): Promise<Guess | null> {
  const guess = await ask(connection, source, attempt);
  if (guess?.options.quote !== "'" || (await hasCellsInMarks(source.path, guess.options.delimiter)))
    return guess;
  return ask(connection, source, `${attempt}, quote = '"'`);
}

/** True when a cell near the beginning holds a text between single marks. */
async function hasCellsInMarks(path: string, delimiter: string): Promise<boolean> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(SAMPLE), 0, SAMPLE, 0);
    const between = delimiter.replace(/\W/g, '\\$&');
    const cell = new RegExp(`(?<=^|${between})'[^']+(?:(?:''|\\\\')[^']*)*'(?=${between}|$)`);
    return buffer
      .toString('utf8', 0, bytesRead)
      .split(/[\r\n]+/)
      .some((line) => cell.test(line));
  } finally {
    await file.close();
  }
}

interface CsvQuestion {
  readonly path: string;
  readonly delimiter: string | null;
}

async function ask(
  connection: DuckDBConnection,
  { path, delimiter }: CsvQuestion,
  attempt: string,
): Promise<Guess | null> {
  const given = delimiter === null ? '' : ', delim = $2';
  const params = delimiter === null ? [path] : [path, delimiter];
  for (const size of LINES) {
    const sql = `SELECT Delimiter, Quote, Escape, SkipRows, HasHeader, len(Columns) AS Columns FROM sniff_csv($1, ${size}${attempt}${given})`;
    const [row] = await runRows(connection, { sql, params }).catch(() => []);
    if (row !== undefined) return toGuess(row);
  }
  return null;
}

/** Files that showed the sniffer no quote are read with the usual one: it may come later. */
function toGuess(row: Row): Guess {
  const given = (name: string) => (row[name] === '(empty)' ? '' : String(row[name] ?? ''));
  const quote = given('Quote') || '"';
  return {
    options: {
      delimiter: given('Delimiter') || ',',
      quote,
      escape: given('Escape') || quote,
      header: row.HasHeader === true,
      skip: Number(row.SkipRows ?? 0),
    },
    columns: Number(row.Columns ?? 0),
  };
}

async function firstRecord(
  connection: DuckDBConnection,
  path: string,
  guess: Guess,
): Promise<readonly string[]> {
  const names = nameColumns([], guess.columns);
  const params: SqlStatement['params'][number][] = [];
  const bind: Bind = (value) => `$${params.push(value)}`;
  const settings = { ignore_errors: true, strict_mode: false, max_line_size: LONGEST, buffer_size: LONGEST };
  const source = readCsv({ path, options: { ...guess.options, header: false, names }, settings }, bind);
  const [row] = await runRows(connection, { sql: `SELECT * FROM ${source} LIMIT 1`, params }).catch(() => []);
  return names.map((name) => String(row?.[name] ?? ''));
}

function isValue(cell: string): boolean {
  return /^[\s\d.,:/+-]+$/.test(cell) || /^(true|false)$/i.test(cell);
}

/** Unique names, whatever the header says: case does not tell two columns apart. */
function nameColumns(headers: readonly string[], columns: number): readonly string[] {
  const taken = new Set<string>();
  return Array.from({ length: columns }, (_, index) => {
    const wanted = headers[index]?.trim() || `column ${index + 1}`;
    let name = wanted;
    for (let copy = 2; taken.has(name.toLowerCase()); copy += 1) name = `${wanted} ${copy}`;
    taken.add(name.toLowerCase());
    return name;
  });
}
