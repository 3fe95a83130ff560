import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Cell, table } from '../../src/base/sql/index.ts';
import { createDuckDbEngine } from '../../src/edges/engines/duckdb/index.ts';
import { stageFunnel } from '../../src/stages/sync/index.ts';

let engine: Awaited<ReturnType<typeof createDuckDbEngine>>;
beforeAll(async () => {
  engine = await createDuckDbEngine({ memoryLimitMiB: 256, threads: 1 });
});
afterAll(() => engine.close());

const columnsOf = (...names: readonly string[]) => names.map((name) => ({ name, type: 'text' as const }));

async function funnel(history: readonly (readonly Cell[])[], deals: readonly (readonly Cell[])[]) {
  await engine.load('history', columnsOf('deal', 'stage', 'at'), history);
  await engine.load('deals', columnsOf('deal', 'stage', 'outcome'), deals);
  const rows = await engine.rows(stageFunnel({ history: table('history'), deals: table('deals') }));
  return Object.fromEntries(
    rows.map(({ stage, entered, here, won, lost, open }) => [
      stage,
      [entered, here, won, lost, open].map(Number).join(' '),
    ]),
  );
}

describe('where deals drop out', () => {
  it('counts every deal once for each stage that it was ever in, by how it stands now', async () => {
    const history = [
      ['1', 'first', '2026-01-01'],
      ['1', 'second', '2026-01-02'],
      ['1', 'first', '2026-01-03'],
      ['1', 'won', '2026-01-04'],
      ['2', 'first', '2026-01-01'],
      ['2', 'lost', '2026-01-02'],
    ];
    const deals = [
      ['1', 'won', 'won'],
      ['2', 'lost', 'lost'],
    ];
    expect(await funnel(history, deals)).toEqual({
      first: '2 0 1 1 0',
      second: '1 0 1 0 0',
      won: '1 1 1 0 0',
      lost: '1 1 0 1 0',
    });
  });

  it('counts a deal without history for the stage that it is in, and one without an outcome for none', async () => {
    expect(
      await funnel(
        [],
        [
          ['1', 'first', 'open'],
          ['2', 'first', null],
        ],
      ),
    ).toEqual({ first: '2 2 0 0 1' });
  });

  it('forgets deals that are gone', async () => {
    expect(await funnel([['9', 'first', '2026-01-01']], [['1', 'first', 'open']])).toEqual({
      first: '1 1 0 0 1',
    });
  });
});
