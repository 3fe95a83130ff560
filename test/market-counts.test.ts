import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ExprRecord, evaluate, resolveCondition } from '../src/base/expr/index.ts';
import {
  type ConditionSources,
  column,
  type Engine,
  eq,
  leftJoin,
  select,
  subquery,
  table,
} from '../src/base/sql/index.ts';
import { createDuckDbEngine } from '../src/edges/engines/duckdb/index.ts';
import {
  type Card,
  type MarketAsk,
  type MarketCounts,
  marketCountsQuery,
  readMarketCounts,
  scoreRecord,
} from '../src/stages/scorecard/index.ts';
import { drawnCard, noLines, toCard } from './card-arbitraries.ts';
import { condition, contextOf, everywhere, record } from './conditions-arbitraries.ts';
import { accountColumns, loadRecords } from './conditions-load.ts';
import { openPglite } from './conditions-pglite.ts';

const marks = fc.constantFrom(
  { prospect: true, listed: true, units: null, best: null },
  { prospect: true, listed: false, units: null, best: null },
  { prospect: true, listed: true, units: 1, best: 1 },
  { prospect: false, listed: false, units: 3, best: 1 },
);

const scene = fc.record({
  records: fc.array(record, { minLength: 60, maxLength: 60 }),
  marks: fc.array(marks, { minLength: 60, maxLength: 60 }),
  cards: fc.array(drawnCard, { minLength: 4, maxLength: 4 }),
  steps: fc.array(condition, { maxLength: 4 }),
  conditions: fc.array(condition, { maxLength: 4 }),
  everywhere,
});

type Scene = typeof scene extends fc.Arbitrary<infer S> ? S : never;

/** The same counts from the reference, account by account. */
function countOneByOne(card: Card, { records, marks: of }: Scene, ask: MarketAsk): MarketCounts {
  const scored = records.map((each, i) => ({
    each,
    ...of[i]!,
    ...scoreRecord({ ...card, timing: [] }, each),
  }));
  const sum = (rows: typeof scored) => ({
    accounts: rows.filter(({ listed }) => listed).length,
    units: rows.reduce((all, { units }) => all + (units ?? 0), 0),
    best: rows.reduce((all, { best }) => all + (best ?? 0), 0),
  });
  const ranked = scored.filter(({ standing }) => standing === 'scored');
  const totals = [...new Set(ranked.map(({ fit }) => fit))].sort((a, b) => b - a);
  const moved = ({ line, condition: to }: MarketAsk['steps'][number], each: ExprRecord) => {
    const fit = card.fit.map((own, i) => (i === line ? { ...own, condition: to } : own));
    return scoreRecord({ ...card, timing: [], fit }, each).fit;
  };
  return {
    prospects: of.filter(({ prospect }) => prospect).length,
    reached: ask.conditions.map(
      (one) => scored.filter(({ prospect, each }) => prospect && evaluate(one, each) === true).length,
    ),
    listed: of.filter(({ listed }) => listed).length,
    inMarket: sum(scored.filter(({ standing }) => standing !== 'outside-market')).accounts,
    totals: totals.map((total) => ({ total, ...sum(ranked.filter(({ fit }) => fit === total)) })),
    steps: ask.steps.map((step) => sum(ranked.filter(({ each }) => moved(step, each) >= card.tiers.B))),
  };
}

async function marked(engine: Engine, sources: ConditionSources, of: Scene['marks']) {
  const flags = ['__prospect', '__listed', '__units', '__best'] as const;
  await engine.load(
    'marks',
    [
      { name: 'marked_id', type: 'text' },
      ...flags.map((name, i) => ({ name, type: i < 2 ? ('boolean' as const) : ('integer' as const) })),
    ],
    of.map(({ prospect, listed, units, best }, i) => [String(i), prospect, listed, units, best]),
  );
  const names = ['account_id', ...accountColumns().map(({ name }) => name)];
  const joined = select({
    columns: [...names.map((name) => column(name, 'a')), ...flags.map((name) => column(name, 'm'))],
    from: leftJoin(
      table('accounts', 'a'),
      table('marks', 'm'),
      eq(column('account_id', 'a'), column('marked_id', 'm')),
    ),
  });
  return { ...sources, accounts: subquery(joined, 'a') };
}

const engines: readonly { readonly name: string; readonly open: () => Promise<Engine> }[] = [
  { name: 'DuckDB', open: () => createDuckDbEngine({ memoryLimitMiB: 512 }) },
  { name: 'PostgreSQL', open: openPglite },
];

describe.each(engines)('a market counted in $name', ({ open }) => {
  let engine: Engine;
  beforeAll(async () => {
    engine = await open();
  });
  afterAll(() => engine.close());

  it('has the totals, steps and reach that the reference gives account by account', async () => {
    let reached = 0;
    const property = fc.asyncProperty(scene, async (drawn) => {
      const sources = await marked(engine, await loadRecords(engine, drawn.records), drawn.marks);
      const context = contextOf(drawn.records, drawn.everywhere);
      for (const each of [...drawn.cards, noLines]) {
        const card = toCard(each, drawn.records, drawn.everywhere);
        const lines = card.fit.length;
        const ask: MarketAsk = {
          steps: drawn.steps
            .slice(0, lines === 0 ? 0 : drawn.steps.length)
            .map((step, k) => ({ line: k % lines, condition: resolveCondition(step, context) })),
          conditions: drawn.conditions.map((one) => resolveCondition(one, context)),
        };
        const rows = await engine.rows(marketCountsQuery(card, sources, ask));
        const expected = countOneByOne(card, drawn, ask);
        expect(readMarketCounts(rows, ask)).toEqual(expected);
        reached += expected.steps.reduce((sum, { accounts }) => sum + accounts, 0);
      }
    });
    const { failed, seed, counterexamplePath, errorInstance } = await fc.check(property, {
      numRuns: 10,
      endOnFailure: true,
    });
    if (failed)
      throw new Error(`seed ${seed}, path ${counterexamplePath}: ${String(errorInstance).slice(0, 3000)}`);
    expect(reached).toBeGreaterThan(0);
  });
});
