import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { asc, column, type Engine, type Row, select, subquery } from '../src/base/sql/index.ts';
import { createDuckDbEngine } from '../src/edges/engines/duckdb/index.ts';
import {
  type AccountScore,
  encodeOutcomes,
  scoreQuery,
  scoreRecord,
  tallyQuery,
} from '../src/stages/scorecard/index.ts';
import { drawnCard, noLines, toCard } from './card-arbitraries.ts';
import { everywhere, record } from './conditions-arbitraries.ts';
import { loadRecords } from './conditions-load.ts';
import { openPglite } from './conditions-pglite.ts';

const scene = fc.record({
  records: fc.array(record, { minLength: 60, maxLength: 60 }),
  cards: fc.array(drawnCard, { minLength: 6, maxLength: 6 }),
  everywhere,
});

/** What the reference says, as the row that the engine must give. */
function rowOf(id: number, score: AccountScore): Row {
  return {
    account_id: String(id),
    standing: score.standing,
    fit: score.fit,
    fit_min: score.fitMin,
    fit_max: score.fitMax,
    tier: score.tier,
    needs_data: score.needsData,
    timing: score.timing,
    timing_points: score.timingPoints,
    timing_line: score.strongest?.line ?? null,
    timing_on: score.strongest?.on ?? null,
    fit_code: encodeOutcomes(score.fitLines),
    anti_code: encodeOutcomes(score.anti),
    market_code: encodeOutcomes(score.market),
    timing_code: encodeOutcomes(score.timingLines.map(({ truth }) => truth)),
  };
}

/** What the reference says of all accounts, as the row of the counts. */
function tallyOf(scores: readonly AccountScore[]): Row {
  const n = (is: (score: AccountScore) => boolean) => scores.filter(is).length || null;
  const tiers = (['A', 'B', 'C', 'D'] as const).map((tier) => [tier, n((score) => score.tier === tier)]);
  return {
    accounts: scores.length,
    ...Object.fromEntries(tiers),
    disqualified: n(({ standing }) => standing === 'disqualified'),
    outside: n(({ standing }) => standing === 'outside-market'),
    needs_data: n(({ needsData }) => needsData),
    call_today: n(({ tier, timing }) => tier === 'A' && timing === 'hot'),
  };
}

/** Standings, tiers, timings, ... that occurred: a test whose records all fall outside the market proves nothing. */
const seen = new Set<string>();

const engines: readonly { readonly name: string; readonly open: () => Promise<Engine> }[] = [
  { name: 'DuckDB', open: () => createDuckDbEngine({ memoryLimitMiB: 512 }) },
  { name: 'PostgreSQL', open: openPglite },
];

describe.each(engines)('scoring in $name', ({ open }) => {
  let engine: Engine;
  beforeAll(async () => {
    engine = await open();
  });
  afterAll(() => engine.close());

  it('gives what the reference gives, for every card on every record', async () => {
    seen.clear();
    const property = fc.asyncProperty(scene, async ({ records, cards, everywhere: covered }) => {
      const sources = await loadRecords(engine, records);
      for (const drawn of [...cards, noLines]) {
        const card = toCard(drawn, records, covered);
        const scored = subquery(scoreQuery(card, sources, ['account_id']), 's');
        const scores = records.map((of) => scoreRecord(card, of));
        const expected = scores.map((score, id) => rowOf(id, score));
        expect(await engine.rows(tallyQuery(card, sources))).toEqual([tallyOf(scores)]);
        const columns = Object.keys(expected[0]!).map((name) => column(name));
        const rows = await engine.rows(
          select({ columns, from: scored, orderBy: [asc(column('account_id'))] }),
        );
        expect(rows).toEqual(
          expected.toSorted((a, b) => (String(a.account_id) < String(b.account_id) ? -1 : 1)),
        );
        for (const { standing, tier, timing, needs_data } of expected)
          for (const value of [standing, tier, timing, `needs ${String(needs_data)}`])
            seen.add(String(value));
      }
    });
    const { failed, seed, counterexamplePath, errorInstance } = await fc.check(property, {
      numRuns: 12,
      endOnFailure: true,
    });
    if (failed)
      throw new Error(`seed ${seed}, path ${counterexamplePath}: ${String(errorInstance).slice(0, 3000)}`);
    const standings = ['scored', 'disqualified', 'outside-market'];
    const classes = ['A', 'B', 'C', 'D', 'null', 'hot', 'warm', 'cold', 'unknown'];
    const wanted = [...standings, ...classes, 'needs true', 'needs false'];
    expect([...seen].toSorted()).toEqual(wanted.toSorted());
  });
});
