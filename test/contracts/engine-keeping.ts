import { expect } from 'vitest';
import {
  add,
  asc,
  column,
  count,
  type Engine,
  integer,
  named,
  type Row,
  select,
  sum,
  table,
} from '../../src/base/sql/index.ts';
import type { Facts } from './engine-contract.ts';
import { cellsOf } from './engine-evaluate.ts';

const numbers = [{ name: 'n', type: 'integer' }] as const;
const read = (name: string) =>
  select({ columns: [column('n')], from: table(name), orderBy: [asc(column('n'))] });

function* upTo(most: number): Generator<readonly number[]> {
  for (let n = 1; n <= most; n += 1) yield [n];
}

function* breaking(): Generator<readonly number[]> {
  yield [1];
  throw new Error('the source broke');
}

async function streamed(engine: Engine, name: string): Promise<readonly Row[]> {
  const rows: Row[] = [];
  for await (const batch of engine.stream(read(name))) rows.push(...batch);
  return rows;
}

/** What an engine keeps under a name, and how it streams. */
export const keepingFacts: Facts = {
  'a loaded table is replaced by the next load': async (engine) => {
    await engine.load('kept', numbers, [[1], [2]]);
    await engine.load('kept', numbers, [[3]]);
    expect(await cellsOf(engine, read('kept'))).toEqual([[3]]);
  },
  'a load without rows gives an empty table': async (engine) => {
    await engine.load('empty', numbers, []);
    expect(await engine.rows(read('empty'))).toEqual([]);
  },
  'a load that breaks leaves the old table': async (engine) => {
    await engine.load('steady', numbers, [[7]]);
    await expect(engine.load('steady', numbers, breaking())).rejects.toThrow();
    expect(await cellsOf(engine, read('steady'))).toEqual([[7]]);
  },
  'a materialised query may read the table that it replaces': async (engine) => {
    await engine.load('grown', numbers, [[1], [2]]);
    const grown = select({ columns: [named(add(column('n'), integer(10)), 'n')], from: table('grown') });
    await engine.materialize('grown', grown);
    expect(await cellsOf(engine, read('grown'))).toEqual([[11], [12]]);
  },
  'a materialised query that fails leaves the old table': async (engine) => {
    await engine.load('safe', numbers, [[5]]);
    await expect(engine.materialize('safe', read('missing table'))).rejects.toMatchObject({
      code: 'system.query-failed',
    });
    expect(await cellsOf(engine, read('safe'))).toEqual([[5]]);
  },
  'a dropped table is gone, and dropping twice does nothing': async (engine) => {
    await engine.load('dropped', numbers, [[1]]);
    await engine.drop('dropped');
    await engine.drop('dropped');
    await expect(engine.rows(read('dropped'))).rejects.toMatchObject({ code: 'system.query-failed' });
  },
  'a stream gives 100,000 rows in order and in batches': async (engine) => {
    await engine.load('long', numbers, upTo(100_000));
    const sizes: number[] = [];
    let next = 1;
    let wrong = 0;
    for await (const batch of engine.stream(read('long'))) {
      sizes.push(batch.length);
      for (const row of batch) {
        if (row.n !== next) wrong += 1;
        next += 1;
      }
    }
    expect({ next, wrong }).toEqual({ next: 100_001, wrong: 0 });
    expect(Math.max(...sizes)).toBeLessThanOrEqual(10_000);
  },
  'a stream may be left early, and other work may run beside it': async (engine) => {
    await engine.load('side', numbers, upTo(20_000));
    for await (const batch of engine.stream(read('side'))) {
      const query = select({ columns: [named(sum(column('n')), 's')], from: table('side') });
      expect(await cellsOf(engine, query)).toEqual([[200_010_000]]);
      await expect(engine.rows(read('missing table'))).rejects.toThrow();
      expect(batch.length).toBeGreaterThan(0);
      break;
    }
    expect(await streamed(engine, 'side')).toHaveLength(20_000);
  },
  'overlapping calls see the same tables': async (engine) => {
    await engine.load('shared', numbers, upTo(1000));
    const query = select({ columns: [named(count(), 'n')], from: table('shared') });
    const answers = await Promise.all(Array.from({ length: 12 }, () => engine.rows(query)));
    expect(answers.flat()).toEqual(Array.from({ length: 12 }, () => ({ n: 1000 })));
  },
};
