import { existsSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  add,
  asc,
  call,
  cast,
  column,
  count,
  crossJoin,
  desc,
  type Engine,
  multiply,
  named,
  numberedParquet,
  parquet,
  select,
  sum,
  table,
} from '../../../base/sql/index.ts';
import { createDuckDbEngine } from './engine.ts';

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'duckdb-engine-'));
});

afterAll(() => rm(folder, { recursive: true }));

async function withEngine(
  options: Parameters<typeof createDuckDbEngine>[0],
  work: (engine: Engine) => Promise<void>,
): Promise<void> {
  const engine = await createDuckDbEngine(options);
  try {
    await work(engine);
  } finally {
    await engine.close();
  }
}

const digits = [{ name: 'n', type: 'integer' }] as const;

async function makeMillions(engine: Engine): Promise<void> {
  await engine.load(
    'thousands',
    digits,
    Array.from({ length: 2000 }, (_, n) => [n]),
  );
  const n = add(
    multiply(column('n', 'a'), { kind: 'literal', value: 2000, type: 'integer' }),
    column('n', 'b'),
  );
  const from = crossJoin(table('thousands', 'a'), table('thousands', 'b'));
  await engine.materialize('millions', select({ columns: [named(n, 'n')], from }));
}

describe('the DuckDB engine', () => {
  it('sorts more than its memory holds by spilling to its folder, and leaves the folder empty', async () => {
    const spill = join(folder, 'spill');
    await withEngine({ memoryLimitMiB: 160, threads: 1, tempDirectory: spill }, async (engine) => {
      await makeMillions(engine);
      const key = call('hash', cast(column('n'), 'text'));
      const sorted = select({
        columns: [column('n'), named(key, 'key')],
        from: table('millions'),
        orderBy: [desc(key)],
      });
      const path = join(folder, 'sorted.parquet');
      expect(await engine.copy(sorted, { format: 'parquet', path })).toBe(4_000_000);
      const [row] = await engine.rows(
        select({ columns: [named(sum(column('n')), 's')], from: parquet(path) }),
      );
      expect(row).toEqual({ s: (4_000_000 * 3_999_999) / 2 });
    });
    expect(existsSync(spill) ? await readdir(spill) : []).toEqual([]);
  });

  it('streams millions of rows in flat memory', async () => {
    await withEngine({ memoryLimitMiB: 512, threads: 2 }, async (engine) => {
      await makeMillions(engine);
      let rows = 0;
      let most = 0;
      const query = select({ columns: [column('n'), named(column('n'), 'm')], from: table('millions') });
      const before = process.memoryUsage().heapUsed;
      for await (const batch of engine.stream(query)) {
        rows += batch.length;
        if (rows % 409_600 === 0) most = Math.max(most, process.memoryUsage().heapUsed - before);
      }
      expect(rows).toBe(4_000_000);
      expect(most).toBeLessThan(150 * 1024 * 1024);
    });
  });

  it('shares Parquet files with another engine', async () => {
    const path = join(folder, 'shared.parquet');
    await withEngine({}, async (one) => {
      await one.load('n', digits, [[1], [2]]);
      await one.copy(select({ columns: [column('n')], from: table('n') }), { format: 'parquet', path });
      await withEngine({}, async (other) => {
        const query = select({ columns: [named(count(), 'rows')], from: parquet(path) });
        expect([await one.rows(query), await other.rows(query)]).toEqual([[{ rows: 2 }], [{ rows: 2 }]]);
      });
    });
  });

  it('keeps the order of an ordered copy', async () => {
    const path = join(folder, 'ordered.parquet');
    await withEngine({ threads: 2 }, async (engine) => {
      await makeMillions(engine);
      await engine.copy(
        select({ columns: [column('n')], from: table('millions'), orderBy: [desc(column('n'))] }),
        { format: 'parquet', path },
      );
      let next = 3_999_999;
      let wrong = 0;
      for await (const batch of engine.stream(select({ columns: [column('n')], from: parquet(path) }))) {
        for (const row of batch) {
          if (row.n !== next) wrong += 1;
          next -= 1;
        }
      }
      expect({ next, wrong }).toEqual({ next: -1, wrong: 0 });
    });
  });

  it('reads integers of every width, decimals, times and enumerations of foreign Parquet files as plain values', async () => {
    const path = join(folder, 'foreign.parquet');
    const { DuckDBInstance } = await import('@duckdb/node-api');
    const foreign = await DuckDBInstance.create(':memory:');
    const connection = await foreign.connect();
    await connection.run(
      `COPY (SELECT 1::TINYINT AS t, 2::UBIGINT AS u, 1.25::DECIMAL(9, 2) AS d, TIMESTAMP '2024-01-02 03:04:05' AS at,
        'b'::ENUM('a', 'b') AS e, [1, 2] AS l, 1.5::FLOAT AS f) TO '${path}' (FORMAT parquet)`,
    );
    connection.closeSync();
    foreign.closeSync();
    const names = ['t', 'u', 'd', 'at', 'e', 'l', 'f'];
    await withEngine({}, async (engine) => {
      const query = select({ columns: names.map((name) => column(name)), from: parquet(path) });
      expect(await engine.rows(query)).toEqual([
        { t: 1, u: 2, d: 1.25, at: '2024-01-02 03:04:05', e: 'b', l: ['1', '2'], f: 1.5 },
      ]);
      const types = (await engine.describe(query)).map(({ type }) => type);
      expect(types).toEqual(['integer', 'integer', 'double', 'text', 'text', 'text[]', 'double']);
    });
  });

  it('refuses a date that is no day of the calendar', async () => {
    await withEngine({}, async (engine) => {
      const columns = [{ name: 'd', type: 'date' }] as const;
      await expect(engine.load('days', columns, [['2023-02-29']])).rejects.toMatchObject({
        code: 'system.query-failed',
      });
    });
  });
});

/** Its expected file holds another telephone number than the file itself. */
const MISTAKEN = 'location_coordinates.csv';
/** DuckDB's client takes a byte order mark off the front of a text that it reads. */
const BYTE_ORDER_MARK = /^\ufeff/;

const realData = process.env.BESTFIT_REAL_DATA;

describe.skipIf(realData === undefined)('real files (skipped without BESTFIT_REAL_DATA)', () => {
  it('reads the awkward files of csv-spectrum, which lost their \\r on the way here, as their authors expect', async () => {
    const spectrum = join(realData ?? '', 'csv_spectrum');
    await withEngine({}, async (engine) => {
      for (const file of await readdir(join(spectrum, 'csvs'))) {
        if (file === MISTAKEN) continue;
        const path = join(spectrum, 'csvs', file);
        const { options, headers } = await engine.sniffCsv(path, { delimiter: null });
        const to = join(folder, 'spectrum.parquet');
        const { rejectedTotal } = await (await engine.openCsv(path, options)).stage(to);
        const query = select({
          columns: options.names.map((name) => column(name)),
          from: numberedParquet(to, { rowNumber: 'row' }),
          orderBy: [asc(column('row'))],
        });
        const rows = (await engine.rows(query)).map((row) =>
          Object.fromEntries(options.names.map((name, index) => [headers[index] ?? name, row[name] ?? ''])),
        );
        const json = await readFile(join(spectrum, 'json', file.replace('.csv', '.json')), 'utf8');
        expect(rows, file).toEqual(JSON.parse(json.replaceAll('\\r\\n', '\\n')));
        expect(rejectedTotal, file).toBe(0);
      }
    });
  });

  it('keeps every naughty string', async () => {
    const strings = JSON.parse(await readFile(join(realData ?? '', 'blns', 'blns.json'), 'utf8')) as string[];
    await withEngine({}, async (engine) => {
      const columns = [
        { name: 'at', type: 'integer' },
        { name: 'string', type: 'text' },
      ] as const;
      await engine.load(
        'naughty',
        columns,
        strings.map((string, at) => [at, string]),
      );
      const query = select({
        columns: [column('string')],
        from: table('naughty'),
        orderBy: [asc(column('at'))],
      });
      expect((await engine.rows(query)).map((row) => row.string)).toEqual(
        strings.map((string) => string.replace(BYTE_ORDER_MARK, '')),
      );
    });
  });
});
