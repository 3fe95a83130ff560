import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { BestfitError } from '../../src/base/errors/index.ts';
import { column, type Engine, parquet, select } from '../../src/base/sql/index.ts';
import { connectorOf } from '../../src/edges/connectors/connector-of.ts';
import type { StagedFile } from '../../src/edges/connectors/index.ts';
import { fileRequest } from '../file-request.ts';
import { type TestWorkspace, testWorkspace } from '../test-workspace.ts';
import type { FuzzOptions } from './fuzz-values.ts';

const words = fc.oneof(
  fc.constantFrom(
    '',
    'a',
    '1',
    ' x ',
    'it"s',
    'a,b',
    'c;d',
    'e\tf',
    'g|h',
    'i\nj',
    'k\r\nl',
    'é',
    '\u{1F600}',
    '=1+1',
    '-5',
    '00',
  ),
  fc.string({ maxLength: 12 }),
  fc.string({ unit: 'grapheme', maxLength: 6 }),
);

/** A table as a program would write it, and how it is written. */
interface WrittenCsv {
  readonly rows: readonly (readonly string[])[];
  readonly delimiter: string;
  readonly newline: string;
  readonly allQuoted: boolean;
  readonly mark: boolean;
}

const tables: fc.Arbitrary<WrittenCsv> = fc.integer({ min: 2, max: 6 }).chain((width) =>
  fc.record({
    rows: fc.array(fc.array(words, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 20 }),
    delimiter: fc.constantFrom(',', ';', '\t', '|'),
    newline: fc.constantFrom('\n', '\r\n'),
    allQuoted: fc.boolean(),
    mark: fc.boolean(),
  }),
);

/** Single quotes in front of bare cells are taken for the quotation marks of a file: such cells are quoted. */
function textOf({ rows, delimiter, newline, allQuoted, mark }: WrittenCsv): string {
  const cell = (value: string) =>
    allQuoted || /["\r\n,;\t|]|^[\s']|\s$/.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
  const header = ['id', ...(rows[0] ?? []).map((_, index) => `column ${index + 1}`)];
  const lines = [header, ...rows.map((row, index) => [`R${index + 1}`, ...row])];
  return (mark ? '\ufeff' : '') + lines.map((line) => line.map(cell).join(delimiter) + newline).join('');
}

/** Bytes that mean something to a reader, seldom any others: most of those refuse the whole file at once. */
const bytes = fc.oneof(
  {
    weight: 12,
    arbitrary: fc
      .constantFrom('"', "'", ',', ';', '\t', '|', '\n', '\r', '\\', '\ufeff', '""', ' "', '" ', '\n\n')
      .map((text) => Buffer.from(text)),
  },
  { weight: 1, arbitrary: fc.uint8Array({ minLength: 1, maxLength: 3 }).map((raw) => Buffer.from(raw)) },
);

/** A table that something has spoilt: bytes put in and taken out anywhere, sometimes another encoding. */
const spoilt = fc
  .tuple(
    tables,
    fc.array(fc.tuple(fc.nat(), fc.nat(3), bytes), { maxLength: 6 }),
    fc.constantFrom(...Array<BufferEncoding>(8).fill('utf8'), 'latin1', 'utf16le'),
  )
  .map(([table, changes, encoding]) =>
    changes.reduce<Buffer>(
      (last, [seed, cut, piece]) => {
        const at = seed % (last.length + 1);
        return Buffer.concat([last.subarray(0, at), piece, last.subarray(at + cut)]);
      },
      Buffer.from(textOf(table), encoding),
    ),
  );

/** What came of the files. */
export interface CsvFigures {
  readonly cases: number;
  readonly refused: Readonly<Record<string, number>>;
  readonly rows: number;
  readonly setAside: number;
}

/**
 * Reads generated delimited files: those written by the rules come back cell by cell; those that were spoilt are read
 * with every row accounted for or refused by the catalogue; and what is read imports with rows in = kept + set aside.
 */
export async function fuzzCsv(engine: Engine, { cases, seed, onProgress }: FuzzOptions): Promise<CsvFigures> {
  const folder = await mkdtemp(join(tmpdir(), 'bestfit-fuzz-'));
  const run = new CsvRun(engine, folder);
  const sound = Math.floor(cases / 3);
  try {
    await fc.assert(
      fc.asyncProperty(tables, (table) => run.comesBack(table)),
      { numRuns: sound, seed },
    );
    onProgress(sound);
    await fc.assert(
      fc.asyncProperty(spoilt, (file) => run.isAccounted(file)),
      { numRuns: cases - sound, seed },
    );
    onProgress(cases);
    return { cases, ...run.figures() };
  } finally {
    await rm(folder, { recursive: true });
  }
}

class CsvRun {
  readonly #engine: Engine;
  readonly #folder: string;
  readonly #refused = new Map<string, number>();
  #rows = 0;
  #setAside = 0;
  #files = 0;

  constructor(engine: Engine, folder: string) {
    this.#engine = engine;
    this.#folder = folder;
  }

  figures(): Omit<CsvFigures, 'cases'> {
    return { refused: Object.fromEntries(this.#refused), rows: this.#rows, setAside: this.#setAside };
  }

  async comesBack(table: WrittenCsv): Promise<void> {
    const staged = await this.#stage(textOf(table), table.delimiter);
    if (staged instanceof BestfitError) throw staged;
    const cells = await this.#cells(staged);
    const expected = table.rows.map((row, index) => [`R${index + 1}`, ...row].map((cell) => cell || null));
    if (!isDeepStrictEqual(cells, expected)) throw new Error(`other cells: ${JSON.stringify(cells)}`);
  }

  async isAccounted(file: Buffer): Promise<void> {
    const staged = await this.#stage(file, null);
    if (staged instanceof BestfitError) {
      this.#refused.set(staged.code, (this.#refused.get(staged.code) ?? 0) + 1);
      if (!staged.code.startsWith('input.')) throw staged;
      return;
    }
    const cells = await this.#cells(staged);
    if (cells.length !== staged.rows)
      throw new Error(`${staged.rows} rows staged, ${cells.length} in the file`);
    this.#rows += staged.rows;
    this.#setAside += staged.rejectedTotal;
    const lines = await staged.lineOf(cells.map((_, index) => index + 1));
    if (!lines.every((line, index) => line > (lines[index - 1] ?? 0)))
      throw new Error(`lines ${lines.join(', ')}`);
  }

  async #stage(content: string | Buffer, delimiter: string | null): Promise<StagedFile | BestfitError> {
    this.#files += 1;
    const path = join(this.#folder, `${this.#files % 50}.csv`);
    await writeFile(path, content);
    const connector = connectorOf(path)!;
    try {
      return await connector.stage(this.#engine, fileRequest(path, `${path}.parquet`, { delimiter }));
    } catch (error) {
      if (error instanceof BestfitError) return error;
      throw error;
    }
  }

  async #cells({ path, columns }: StagedFile) {
    const query = select({ columns: columns.map((name) => column(name)), from: parquet(path) });
    return (await this.#engine.rows(query)).map((row) => columns.map((name) => row[name]));
  }
}

/** Imports spoilt files, several at a time: rows in = kept + set aside, or a refusal of the catalogue. */
export async function fuzzImports({
  cases,
  seed,
  onProgress,
}: FuzzOptions): Promise<{ readonly cases: number; readonly imported: number }> {
  const batch = 10;
  let imported = 0;
  for (let done = 0; done < cases; done += batch) {
    const files = fc.sample(spoilt, { numRuns: Math.min(batch, cases - done), seed: seed + done });
    const workspace = await testWorkspace();
    try {
      for (const [index, file] of files.entries())
        imported += await importOne(workspace, `${index}.csv`, file);
    } catch (error) {
      throw new Error(`import of batch ${done}, seed ${seed}`, { cause: error });
    } finally {
      await workspace.dispose();
    }
    onProgress(Math.min(cases, done + batch));
  }
  return { cases, imported };
}

async function importOne(workspace: TestWorkspace, name: string, content: Buffer): Promise<number> {
  const path = await workspace.write(name, content);
  try {
    const { files } = await workspace.import({ [name]: { path } });
    for (const { rows } of files)
      if (rows.in !== rows.kept + rows.quarantined) throw new Error(`rows ${JSON.stringify(rows)}`);
    return 1;
  } catch (error) {
    if (error instanceof BestfitError && error.code.startsWith('input.')) return 0;
    throw error;
  }
}
