import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import writeExcelFile from 'write-excel-file/node';
import { BestfitError } from '../../src/base/errors/index.ts';
import { column, type Engine, select, table } from '../../src/base/sql/index.ts';
import { connectorOf } from '../../src/edges/connectors/connector-of.ts';
import { fileRequest } from '../file-request.ts';
import type { FuzzOptions } from './fuzz-values.ts';

const columns = [
  { name: 'id', type: 'integer' },
  { name: 'name', type: 'text' },
  { name: 'amount', type: 'double' },
  { name: 'started', type: 'date' },
  { name: 'tools', type: 'text[]' },
] as const;
const changes = fc.record({
  flips: fc.array(fc.tuple(fc.nat(), fc.integer({ min: 1, max: 255 })), { maxLength: 5 }),
  /** Bytes kept, as a share; most files stay whole. */
  kept: fc.oneof({ weight: 4, arbitrary: fc.constant(1) }, fc.double({ min: 0, max: 1, noNaN: true })),
});

/**
 * Reads workbooks and Parquet files in which single bytes were changed or the end was cut off: they are read or
 * refused by the catalogue. Gives how many were read.
 */
export async function fuzzBytes(
  engine: Engine,
  { cases, seed, onProgress }: FuzzOptions,
): Promise<{ readonly cases: number; readonly read: number }> {
  const folder = await mkdtemp(join(tmpdir(), 'bestfit-fuzz-'));
  const kinds = { xlsx: await workbook(), parquet: await parquetFile(engine, folder) };
  let read = 0;
  let done = 0;
  try {
    for (const [ending, bytes] of Object.entries(kinds)) {
      const path = join(folder, `spoilt.${ending}`);
      const isSafe = async ({ flips, kept }: { flips: [number, number][]; kept: number }) => {
        const file = Buffer.from(bytes.subarray(0, Math.ceil(bytes.length * kept)));
        for (const [at, change] of flips) if (file.length > 0) file[at % file.length]! ^= change;
        await writeFile(path, file);
        done += 1;
        if (await isRead(engine, path)) read += 1;
      };
      await fc.assert(fc.asyncProperty(changes, isSafe), { numRuns: Math.ceil(cases / 2), seed });
      onProgress(done);
    }
    return { cases: done, read };
  } finally {
    await rm(folder, { recursive: true });
  }
}

async function isRead(engine: Engine, path: string): Promise<boolean> {
  const connector = connectorOf(path)!;
  try {
    const [part = null] = (await connector.parts?.(path)) ?? [];
    await connector.stage(engine, fileRequest(path, `${path}.staged`, { part }));
    return true;
  } catch (error) {
    if (error instanceof BestfitError && error.code.startsWith('input.')) return false;
    throw error;
  }
}

async function workbook(): Promise<Buffer> {
  const rows = Array.from({ length: 20 }, (_, index) => [
    { value: index + 1 },
    { value: `Firm ${index + 1}` },
    { value: new Date(Date.UTC(2024, 0, index + 1)), format: 'yyyy-mm-dd' },
  ]);
  return writeExcelFile([[{ value: 'id' }, { value: 'name' }, { value: 'start date' }], ...rows]).toBuffer();
}

async function parquetFile(engine: Engine, folder: string): Promise<Buffer> {
  const rows = Array.from({ length: 200 }, (_, index) => [
    index,
    `Firm ${index % 7}`,
    index / 3,
    '2024-01-31',
    ['a', `b${index}`],
  ]);
  await engine.load('fuzzed_rows', columns, rows);
  const path = join(folder, 'whole.parquet');
  const query = select({ columns: columns.map(({ name }) => column(name)), from: table('fuzzed_rows') });
  await engine.copy(query, { format: 'parquet', path });
  return readFile(path);
}
