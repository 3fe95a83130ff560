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
import type { FuzzOptions } from './fuzz-values.ts';

const scalars = fc.oneof(
  fc.string({ unit: 'binary' }).filter((text) => !text.includes('\0')),
  fc.integer(),
  fc.boolean(),
  fc.constant(null),
);
const keys = fc.constantFrom('id', 'name', 'Name', 'a.b', 'owner', 'toString', '__proto__x', 'é', ' ');
const records = fc.dictionary(keys, fc.oneof(scalars, fc.jsonValue({ maxDepth: 3 })), { maxKeys: 5 });
const lines = fc.array(
  fc.oneof(
    { weight: 6, arbitrary: records.map((record) => JSON.stringify(record)) },
    { weight: 1, arbitrary: fc.jsonValue().map((value) => JSON.stringify(value)) },
    {
      weight: 2,
      arbitrary: fc
        .tuple(
          records,
          fc.nat(),
          fc.nat(3),
          fc.constantFrom('', '"', '{', '}', ',', ':', '\\', '0', '[', 'é', '\t'),
        )
        .map(([record, seed, cut, piece]) => {
          const text = JSON.stringify(record);
          const at = seed % (text.length + 1);
          return text.slice(0, at) + piece + text.slice(at + cut);
        }),
    },
  ),
  { minLength: 1, maxLength: 12 },
);
const flat = fc.array(fc.dictionary(fc.constantFrom('id', 'name', 'x y', 'é'), scalars, { minKeys: 1 }), {
  minLength: 1,
  maxLength: 12,
});

/**
 * Reads generated JSON: plain records come back cell by cell as lines and as a list; of spoilt lines every one that is
 * a JSON record is kept, and kept and set aside add up to the lines; spoilt documents are read or refused.
 */
export async function fuzzJson(
  engine: Engine,
  { cases, seed, onProgress }: FuzzOptions,
): Promise<{ readonly cases: number }> {
  const folder = await mkdtemp(join(tmpdir(), 'bestfit-fuzz-'));
  const each = Math.ceil(cases / 3);
  const settings = { numRuns: each, seed };
  try {
    const run = new JsonRun(engine, folder);
    await fc.assert(
      fc.asyncProperty(flat, fc.boolean(), (rows, list) => run.comesBack(rows, list)),
      settings,
    );
    onProgress(each);
    await fc.assert(
      fc.asyncProperty(lines, (text) => run.keepsRecords(text)),
      settings,
    );
    onProgress(2 * each);
    await fc.assert(
      fc.asyncProperty(lines, (text) => run.isAccounted(`[${text.join(',\n')}]`)),
      settings,
    );
    onProgress(3 * each);
    return { cases: 3 * each };
  } finally {
    await rm(folder, { recursive: true });
  }
}

class JsonRun {
  readonly #engine: Engine;
  readonly #folder: string;

  constructor(engine: Engine, folder: string) {
    this.#engine = engine;
    this.#folder = folder;
  }

  async comesBack(rows: readonly Readonly<Record<string, unknown>>[], list: boolean): Promise<void> {
    const text = list ? JSON.stringify(rows) : rows.map((row) => JSON.stringify(row)).join('\n');
    const staged = await this.#stage(list ? 'list.json' : 'lines.jsonl', text);
    if (staged instanceof BestfitError) throw staged;
    const query = select({ columns: staged.columns.map((name) => column(name)), from: parquet(staged.path) });
    const cells = (await this.#engine.rows(query)).map((row) => staged.columns.map((name) => row[name]));
    const expected = rows.map((row) => staged.headers.map((header) => cellOf(row[header])));
    if (!isDeepStrictEqual(cells, expected)) throw new Error(`${text} gave ${JSON.stringify(cells)}`);
  }

  async keepsRecords(written: readonly string[]): Promise<void> {
    const staged = await this.#stage('lines.jsonl', written.join('\n'));
    const sound = written.filter(isRecord).length;
    if (staged instanceof BestfitError) {
      if (!staged.code.startsWith('input.') || written.some(hasValues)) throw staged;
      return;
    }
    const filled = written.filter((line) => line.trim() !== '').length;
    if (staged.rows < sound || staged.rows + staged.rejectedTotal !== filled)
      throw new Error(
        `${staged.rows} kept of ${sound} records, ${staged.rejectedTotal} of ${filled} set aside`,
      );
  }

  async isAccounted(text: string): Promise<void> {
    const staged = await this.#stage('list.json', text);
    const parsed = parse(text);
    if (staged instanceof BestfitError) {
      const elements = Array.isArray(parsed) ? parsed : [];
      if (!staged.code.startsWith('input.') || elements.some((each) => hasValues(JSON.stringify(each))))
        throw staged;
      return;
    }
    if (Array.isArray(parsed) && staged.rows + staged.rejectedTotal !== parsed.length)
      throw new Error(`${staged.rows} kept and ${staged.rejectedTotal} set aside of ${parsed.length}`);
  }

  async #stage(name: string, content: string): Promise<StagedFile | BestfitError> {
    const path = join(this.#folder, name);
    await writeFile(path, content);
    try {
      return await connectorOf(name)!.stage(this.#engine, fileRequest(path, `${path}.parquet`));
    } catch (error) {
      if (error instanceof BestfitError) return error;
      throw error;
    }
  }
}

function cellOf(value: unknown): string | null {
  if (value === null || value === undefined || value === '') return null;
  return Buffer.from(`${value as string | number | boolean}`).toString();
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isRecord(text: string): boolean {
  const value = parse(text);
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A record that names at least one value. */
function hasValues(text: string): boolean {
  return isRecord(text) && /:\s*["\d[tf-]/.test(text);
}
