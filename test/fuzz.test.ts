import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Engine } from '../src/base/sql/index.ts';
import { createDuckDbEngine } from '../src/edges/engines/duckdb/index.ts';
import { fuzzBytes } from './fuzz/fuzz-bytes.ts';
import { fuzzCsv, fuzzImports } from './fuzz/fuzz-csv.ts';
import { fuzzJson } from './fuzz/fuzz-json.ts';
import { fuzzValues } from './fuzz/fuzz-values.ts';

let engine: Engine;

beforeAll(async () => {
  engine = await createDuckDbEngine();
});

afterAll(() => engine.close());

const slice = (cases: number) => ({ cases, seed: 20_261_122, onProgress: () => undefined });

describe('generated input', () => {
  it('of values is read by every reader without a throw, in SQL as in memory', async () => {
    const { readInSql } = await fuzzValues(engine, slice(400));
    expect(readInSql).toBeGreaterThan(100);
  });

  it('of delimited files comes back, or is refused by the catalogue', async () => {
    const { rows } = await fuzzCsv(engine, slice(45));
    expect(rows).toBeGreaterThan(0);
  });

  it('of delimited files imports with every row accounted for', async () => {
    expect((await fuzzImports(slice(5))).imported).toBeGreaterThan(0);
  });

  it('of JSON comes back, or is set aside or refused', async () => {
    expect(await fuzzJson(engine, slice(45))).toEqual({ cases: 45 });
  });

  it('of workbooks and Parquet files with spoilt bytes is read or refused by the catalogue', async () => {
    const { read } = await fuzzBytes(engine, slice(40));
    expect(read).toBeGreaterThan(0);
  });
});
