import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Cell, table } from '../../src/base/sql/index.ts';
import { createDuckDbEngine } from '../../src/edges/engines/duckdb/index.ts';
import { countPlan, countUnfound, type WritePlanParts, writePlan } from '../../src/stages/sync/index.ts';

let engine: Awaited<ReturnType<typeof createDuckDbEngine>>;
beforeAll(async () => {
  engine = await createDuckDbEngine({ memoryLimitMiB: 256, threads: 1 });
});
afterAll(() => engine.close());

/** A score and a tier, as the list wants them and as the CRM has them; the CRM has codes for tiers. */
interface Pair {
  readonly fit: string | null;
  readonly tier: string | null;
}
const codes = new Map([
  ['101', 'A'],
  ['102', 'B'],
]);
const codeOf = (tier: string | null) => [...codes].find(([, label]) => label === tier)?.[0] ?? tier;

const columnsOf = (names: string) => names.split(' ').map((name) => ({ name, type: 'text' as const }));
const parts = (hasWritten: boolean): WritePlanParts => ({
  list: (alias) => table('list', alias),
  mirror: (alias) => table('mirror', alias),
  written: hasWritten ? (alias) => table('written', alias) : null,
  fields: [
    { current: 'v1', labels: null, isNumber: true, counts: true },
    { current: 'v2', labels: codes, isNumber: false, counts: true },
  ],
});

interface Scene {
  /** By id, best first. */
  readonly list: readonly (readonly [string, Pair])[];
  readonly mirror: readonly (readonly [string, Pair])[];
  /** What was written at which moment. */
  readonly written?: readonly (readonly [string, string, Pair])[];
}

async function plan({ list, mirror, written = [] }: Scene) {
  const listed = list.map(([id, { fit, tier }], at): readonly Cell[] => [
    id,
    `Company ${id}`,
    at + 1,
    fit,
    tier,
  ]);
  const listColumns = [
    ...columnsOf('account_id name'),
    { name: 'rank', type: 'integer' as const },
    ...columnsOf('d1 d2'),
  ];
  await engine.load('list', listColumns, listed);
  await engine.load(
    'mirror',
    columnsOf('id seen_at v1 v2'),
    mirror.map(([id, { fit, tier }]) => [id, '2026-01-02', fit, codeOf(tier)]),
  );
  await engine.load(
    'written',
    columnsOf('id at d1 d2'),
    written.map(([id, at, { fit, tier }]) => [id, at, fit ?? '', tier ?? '']),
  );
  const of = parts(written.length > 0);
  const [counts] = await engine.rows(countPlan(of));
  const [unfound] = await engine.rows(countUnfound(of));
  return {
    ids: (await engine.rows(writePlan(of))).map(({ id }) => String(id)),
    found: Number(counts?.found),
    changed: Number(counts?.changed),
    lost: Number(unfound?.lost),
  };
}

describe('what is written', () => {
  const a = { fit: '9', tier: 'A' };
  const b = { fit: '4', tier: 'B' };
  const nothing = { fit: null, tier: null };

  it('is what differs, best first', async () => {
    const list = [
      ['1', a],
      ['2', b],
      ['3', a],
    ] as const;
    const mirror = [
      ['3', nothing],
      ['2', b],
      ['1', b],
    ] as const;
    expect(await plan({ list, mirror })).toEqual({ ids: ['1', '3'], found: 3, changed: 2, lost: 0 });
  });

  it('is no number that is written in another way', async () => {
    expect((await plan({ list: [['1', a]], mirror: [['1', { fit: '9.0', tier: 'A' }]] })).ids).toEqual([]);
  });

  it('is emptied where a record with values of ours is on the list no more, and only there', async () => {
    expect(
      (
        await plan({
          list: [],
          mirror: [
            ['1', a],
            ['2', nothing],
          ],
        })
      ).ids,
    ).toEqual(['1']);
  });

  it('leaves accounts without a record there', async () => {
    expect(
      await plan({
        list: [
          ['1', a],
          ['x', b],
        ],
        mirror: [['1', a]],
      }),
    ).toMatchObject({ ids: [], lost: 1 });
  });

  it('counts what was written since the record was read, and not what was written before', async () => {
    const scene = { list: [['1', a]], mirror: [['1', b]] } as const;
    expect((await plan({ ...scene, written: [['1', '2026-01-03', a]] })).ids).toEqual([]);
    expect((await plan({ ...scene, written: [['1', '2026-01-01', a]] })).ids).toEqual(['1']);
  });

  it('is nothing once it was written, whatever stood there', async () => {
    const value = fc.record({
      fit: fc.option(fc.integer({ min: -3, max: 9 }).map(String)),
      tier: fc.option(fc.constantFrom('A', 'B')),
    });
    const side = fc.uniqueArray(fc.tuple(fc.integer({ min: 1, max: 9 }).map(String), value), {
      selector: ([id]) => id,
    });
    await fc.assert(
      fc.asyncProperty(side, side, async (list, mirror) => {
        const { ids, changed } = await plan({ list, mirror });
        expect(ids).toHaveLength(changed);
        const wanted = new Map(list);
        const written = ids.map((id) => [id, '2026-01-03', wanted.get(id) ?? nothing] as const);
        expect((await plan({ list, mirror, written })).ids).toEqual([]);
      }),
      { numRuns: 40 },
    );
  }, 60_000);
});
