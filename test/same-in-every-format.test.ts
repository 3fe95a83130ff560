import { readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type TestWorkspace, testWorkspace } from './test-workspace.ts';

/** Customers as a program would hold them. */
const customers = Array.from({ length: 40 }, (_, index) => ({
  'customer id': `C${String(index + 1).padStart(4, '0')}`,
  company: index === 7 ? 'Müller & Söhne "GmbH", Köln' : `Firm ${index + 1}`,
  website: `https://www.firm-${index + 1}.example`,
  industry: ['bakery', 'mill', 'dairy'][index % 3] as string,
  employees: index === 3 ? null : 5 + index,
  'contract value': index % 4 === 0 ? 1250.5 + index : 1000 * (index + 1),
  'start date': `2024-${String((index % 12) + 1).padStart(2, '0')}-${String((index % 28) + 1).padStart(2, '0')}`,
  active: index % 3 !== 0,
  tools: index === 5 ? [] : ['CRM', index % 2 === 0 ? 'ERP' : 'Shop'],
}));

type Customer = (typeof customers)[number];

let workspace: TestWorkspace;

beforeEach(async () => {
  workspace = await testWorkspace();
});

afterEach(() => workspace.dispose());

function csvOf(rows: readonly Customer[]): string {
  const cell = (value: Customer[keyof Customer] | string) => {
    const text = Array.isArray(value) ? value.join('; ') : String(value ?? '');
    return `"${text.replaceAll('"', '""')}"`;
  };
  const lines = [Object.keys(rows[0]!), ...rows.map((row) => Object.values(row))];
  return lines.map((line) => line.map(cell).join(',')).join('\n');
}

async function parquetOf(rows: readonly Customer[]): Promise<Uint8Array> {
  const path = join(tmpdir(), `bestfit-customers-${process.pid}.parquet`);
  const values = rows.map(
    (row) =>
      `(${Object.values(row)
        .map((value) => {
          if (value === null || typeof value !== 'object')
            return typeof value === 'string' ? `'${value.replaceAll("'", "''")}'` : String(value);
          return `[${value.map((each) => `'${each}'`).join(', ')}]::VARCHAR[]`;
        })
        .join(', ')})`,
  );
  const names = Object.keys(rows[0]!).map((name) => `"${name}"`);
  const source = `SELECT * REPLACE (CAST("start date" AS DATE) AS "start date",
      CAST("contract value" AS DOUBLE) AS "contract value")
    FROM (VALUES ${values.join(', ')}) AS t(${names.join(', ')})`;
  await withDuckDb((connection) => connection.run(`COPY (${source}) TO '${path}' (FORMAT parquet)`));
  const bytes = await readFile(path);
  await rm(path);
  return bytes;
}

const lines = customers.map((row) => JSON.stringify({ ...row, source: null })).join('\n');
const formats: readonly (readonly [string, () => string | Uint8Array | Promise<Uint8Array>])[] = [
  ['customers.jsonl', () => lines],
  ['customers.json', () => JSON.stringify(customers, null, 2)],
  ['customers.json', () => JSON.stringify({ results: customers, paging: { next: null } })],
  ['customers.parquet', () => parquetOf(customers)],
  ['customers.ndjson.gz', () => gzipSync(lines)],
  ['customers.json.gz', () => gzipSync(JSON.stringify(customers))],
  ['customers.parquet.gz', async () => gzipSync(await parquetOf(customers))],
];

/** Every row of every table, by table. */
async function snapshotOf(from: TestWorkspace): Promise<Readonly<Record<string, readonly string[]>>> {
  const { tables } = (await from.store.head())!.snapshot;
  const found: Record<string, readonly string[]> = {};
  await withDuckDb(async (connection) => {
    for (const [table, ref] of Object.entries(tables)) {
      const rows = await connection.runAndReadAll(`FROM '${from.store.filePath(ref)}'`);
      found[table] = rows
        .getRowObjectsJson()
        .map((row) => JSON.stringify({ ...row, source: null }))
        .toSorted();
    }
  });
  return found;
}

async function withDuckDb(work: (connection: DuckDBConnection) => Promise<unknown>): Promise<void> {
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  try {
    await work(connection);
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}

describe('the same customers', () => {
  it.each(formats)('give the same tables as %s as from CSV', async (name, content) => {
    const other = await testWorkspace();
    try {
      await workspace.import({ 'customers.csv': csvOf(customers) });
      const path = await other.write(name, await content());
      const { files } = await other.import({ [name]: { path } });
      expect(files[0]?.rows).toEqual({ in: 40, kept: 40, quarantined: 0 });
      const tables = await snapshotOf(other);
      expect(Object.keys(tables)).toEqual(expect.arrayContaining(['accounts', 'customers', 'technologies']));
      expect(tables).toEqual(await snapshotOf(workspace));
    } finally {
      await other.dispose();
    }
  });
});
