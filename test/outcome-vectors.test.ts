import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ExprRecord } from '../src/base/expr/index.ts';
import { add, column, type Engine, integer, named, select, subquery } from '../src/base/sql/index.ts';
import { createDuckDbEngine } from '../src/edges/engines/duckdb/index.ts';
import { type Card, scoreQuery, scoreRecord, type Tier } from '../src/stages/scorecard/index.ts';
import {
  countOutcomes,
  countTotals,
  editPoints,
  movedQuery,
  type OutcomeCounts,
  outcomeQuery,
  readOutcomes,
  storedOutcomeQuery,
  tierMoves,
} from '../src/stages/scorecard/outcomes/index.ts';
import { drawnCard, noLines, toCard } from './card-arbitraries.ts';
import { everywhere, record } from './conditions-arbitraries.ts';
import { loadRecords } from './conditions-load.ts';
import { openPglite } from './conditions-pglite.ts';
import { vectorsOf } from './outcome-support.ts';

const records = fc.array(record, { minLength: 60, maxLength: 60 });
const scene = fc.record({
  records,
  cards: fc.array(drawnCard, { minLength: 5, maxLength: 5 }),
  everywhere,
});

/** What scoring every account anew counts. */
function countOneByOne(card: Card, of: readonly ExprRecord[]): OutcomeCounts {
  const scores = of.map((each) => scoreRecord(card, each));
  const n = (is: (score: (typeof scores)[number]) => boolean) => scores.filter(is).length;
  const inTier = (tier: Tier) => n((score) => score.tier === tier);
  return {
    accounts: scores.length,
    tiers: { A: inTier('A'), B: inTier('B'), C: inTier('C'), D: inTier('D') },
    disqualified: n(({ standing }) => standing === 'disqualified'),
    outsideMarket: n(({ standing }) => standing === 'outside-market'),
    needsData: n(({ needsData }) => needsData),
    callToday: n(({ tier, timing }) => tier === 'A' && timing === 'hot'),
  };
}

const edit = fc.record({
  line: fc.nat(),
  points: fc.integer({ min: -5, max: 5 }),
  tiers: fc.uniqueArray(fc.integer({ min: -6, max: 12 }), { minLength: 3, maxLength: 3 }),
});

/** Records, and a card that is asked of them. */
const drawnScene = fc
  .tuple(records, drawnCard, everywhere)
  .map(([of, drawn, covered]) => ({ of, before: toCard(drawn, of, covered) }));

/** A card whose points and tiers were edited, with the card before. */
function edited(card: Card, { line, points, tiers }: typeof edit extends fc.Arbitrary<infer E> ? E : never) {
  const [A = 3, B = 2, C = 1] = tiers.toSorted((a, b) => b - a);
  const moved = card.fit.length === 0 ? card : editPoints(card, line % card.fit.length, points);
  return { ...moved, tiers: { A, B, C } };
}

const engines: readonly { readonly name: string; readonly open: () => Promise<Engine> }[] = [
  { name: 'DuckDB', open: () => createDuckDbEngine({ memoryLimitMiB: 512 }) },
  { name: 'PostgreSQL', open: openPglite },
];

describe.each(engines)('outcome vectors counted in $name', ({ open }) => {
  let engine: Engine;
  beforeAll(async () => {
    engine = await open();
  });
  afterAll(() => engine.close());

  it('are those of the reference, from the accounts as from a scored table', async () => {
    let vectors = 0;
    await fc.assert(
      fc.asyncProperty(scene, async (drawn) => {
        const sources = await loadRecords(engine, drawn.records);
        for (const each of [...drawn.cards, noLines]) {
          const card = toCard(each, drawn.records, drawn.everywhere);
          const expected = vectorsOf(card, drawn.records);
          const lines = card.fit.length;
          const scored = subquery(scoreQuery(card, sources, ['account_id']), 's');
          expect(readOutcomes(await engine.rows(outcomeQuery(card, sources)), lines)).toEqual(expected);
          expect(readOutcomes(await engine.rows(storedOutcomeQuery(scored)), lines)).toEqual(expected);
          vectors += expected.groups.reduce((sum, { codes }) => sum + codes.length, 0);
        }
      }),
      { numRuns: 8, endOnFailure: true },
    );
    expect(vectors).toBeGreaterThan(100);
  });

  it('name the accounts that move in a scored table, the first of the queue first', async () => {
    let moves = 0;
    await fc.assert(
      fc.asyncProperty(scene, edit, async (drawn, change) => {
        const sources = await loadRecords(engine, drawn.records);
        for (const each of [...drawn.cards, noLines]) {
          const before = toCard(each, drawn.records, drawn.everywhere);
          const after = edited(before, change);
          const scored = select({
            columns: [
              ...['account_id', 'standing', 'fit', 'fit_code'].map((name) => column(name)),
              named(add(column('fit'), integer(100)), 'rank'),
            ],
            from: subquery(scoreQuery(before, sources, ['account_id']), 's'),
          });
          const expected = drawn.records
            .map((of, id) => ({ id, from: scoreRecord(before, of), to: scoreRecord(after, of) }))
            .filter(({ from, to }) => from.tier !== to.tier)
            .sort((a, b) => a.from.fit - b.from.fit || (String(a.id) < String(b.id) ? -1 : 1))
            .map(({ id, from, to }) => ({
              account_id: String(id),
              tier_before: from.tier,
              tier_after: to.tier,
            }));
          const ask = { before, after, limit: 10, columns: ['account_id'] };
          const rows = await engine.rows(movedQuery(subquery(scored, 't'), ask));
          expect(rows).toEqual(expected.slice(0, 10));
          moves += expected.length;
        }
      }),
      { numRuns: 8, endOnFailure: true },
    );
    expect(moves).toBeGreaterThan(50);
  });
});

describe('an edited card', () => {
  it('gives from the counts of outcomes what scoring every account anew gives', () => {
    const seen = new Set<Tier>();
    fc.assert(
      fc.property(drawnScene, edit, ({ of, before }, change) => {
        const vectors = vectorsOf(before, of);
        const after = edited(before, change);
        expect(countOutcomes(vectors, before)).toEqual(countOneByOne(before, of));
        const counts = countOneByOne(after, of);
        expect(countOutcomes(vectors, after)).toEqual(counts);
        for (const tier of ['A', 'B', 'C', 'D'] as const) if (counts.tiers[tier] > 0) seen.add(tier);
      }),
      { numRuns: 150 },
    );
    expect(seen.size).toBe(4);
  });

  it('moves the accounts whose tier scoring anew changes, and no other', () => {
    let moves = 0;
    fc.assert(
      fc.property(drawnScene, edit, ({ of, before }, change) => {
        const after = edited(before, change);
        const moved = tierMoves(vectorsOf(before, of), { before, after });
        const pairs = of
          .map((each) => `${scoreRecord(before, each).tier} ${scoreRecord(after, each).tier}`)
          .filter((pair) => new Set(pair.split(' ')).size === 2);
        expect(moved.map(({ from, to, accounts }) => `${from} ${to}: ${accounts}`)).toEqual(
          [...new Set(pairs)].sort().map((pair) => `${pair}: ${pairs.filter((p) => p === pair).length}`),
        );
        moves += moved.length;
      }),
      { numRuns: 150 },
    );
    expect(moves).toBeGreaterThan(20);
  });

  it('has the totals of its accounts', () => {
    fc.assert(
      fc.property(drawnScene, ({ of, before: card }) => {
        const totals = of
          .map((each) => scoreRecord(card, each))
          .flatMap(({ standing, fit }) => (standing === 'scored' ? [fit] : []));
        expect(countTotals(vectorsOf(card, of), card)).toEqual(
          [...new Set(totals)]
            .sort((a, b) => b - a)
            .map((total) => ({ total, accounts: totals.filter((fit) => fit === total).length })),
        );
      }),
      { numRuns: 60 },
    );
  });

  it('keeps its lines in their places, and refuses one that is not there', () => {
    const card = { fit: [{ points: 3 }, { points: 2 }] } as unknown as Card;
    expect(editPoints(card, 1, 0).fit.map(({ points }) => points)).toEqual([3, 0]);
    expect(() => editPoints(card, 2, 1)).toThrow('unknown fit line: 2');
  });
});
