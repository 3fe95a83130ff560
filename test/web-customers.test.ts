import fc from 'fast-check';
import { expect, it } from 'vitest';
import { valueSheet } from '../src/stages/value/index.ts';
import type { ValueBoard } from '../web/src/api/generated/types.gen.ts';
import { readBoard } from '../web/src/features/customers/read-board.ts';
import { weighBoard } from '../web/src/features/customers/weigh-board.ts';
import { readWeights, writeWeights } from '../web/src/features/customers/weights-in-address.ts';
import { markOf } from '../web/src/features/patterns/mark-of.ts';

it('weights in an address are read as they were written', () => {
  const weights = fc.dictionary(
    fc.constantFrom('contract_value', 'tenure', 'satisfaction'),
    fc.integer({ min: 0, max: 10 }).map((n) => n / 2),
  );
  fc.assert(
    fc.property(weights, (some) => {
      expect(readWeights(writeWeights(some))).toEqual(some);
    }),
  );
  expect(readWeights(undefined)).toBeNull();
  expect(readWeights('tenure:-1,x:none,satisfaction:2')).toEqual({ satisfaction: 2 });
});

it('what a browser weighs is what the server weighed', () => {
  const facts = Array.from({ length: 20 }, (_, i) => ({
    accountId: `A${String(i).padStart(2, '0')}`,
    name: null,
    startedOn: `2023-01-${10 + i}`,
    endedOn: null,
    contractValue: i % 7 === 6 ? null : (i * 37) % 101,
    purchaseValue: null,
    tenureMonths: null,
    daysToClose: (i * 13) % 29,
    renewals: null,
    purchases: null,
    nps: i % 3 === 0 ? null : i % 10,
    csat: null,
    supportCost: null,
    supportTickets: null,
    grossMargin: null,
    acquisitionCost: null,
    referrals: null,
    expansion: null,
  }));
  const options = { asOf: '2026-01-01', weights: {}, last: null, seed: 1 };
  const { customers, components, found } = valueSheet(facts, options);
  if (found.kind !== 'weighed') throw new Error(found.kind);
  const rows = customers.map(({ accountId, name, startedOn, endedOn }, row) => {
    const place = found.valued.ranked.indexOf(row);
    const value = found.valued.values[row]!;
    const known = (some: Float64Array) => (Number.isNaN(some[row]!) ? null : some[row]!);
    return {
      accountId,
      name,
      startedOn,
      endedOn,
      said: [],
      value: Number.isNaN(value) ? null : value,
      rank: found.ranks[place] ?? null,
      best: value >= found.line.cut,
      coverage: found.valued.coverage[row]!,
      raw: components.map(({ raw }) => known(raw)),
      percentiles: components.map(({ percentiles }) => known(percentiles)),
    };
  });
  const board = {
    kind: 'value-board',
    snapshot: 's',
    asOf: options.asOf,
    last: null,
    shortfall: null,
    kept: {},
    change: null,
    weightingsTried: 0,
    warnings: [],
    whole: true,
    best: found.line,
    customers: rows.length,
    ranked: found.valued.ranked.length,
    components: components.map(({ percentiles: _p, raw: _r, ...component }) => component),
    rows,
  } as unknown as ValueBoard;
  const here = weighBoard(board, null);
  const there = readBoard(board);
  const inOrder = (some: typeof here.ranked) =>
    some.toSorted((one, other) => (one.row.accountId < other.row.accountId ? -1 : 1));
  const plain = (some: typeof here.ranked) =>
    inOrder(some).map(({ row, value, rank, best, coverage, shares }) => ({
      id: row.accountId,
      value,
      rank,
      best,
      coverage,
      shares: shares.map((share) => (share === null ? null : Number(share.toFixed(9)))),
    }));
  expect(plain(here.ranked)).toEqual(plain(there.ranked));
  expect(plain(here.unranked)).toEqual(plain(there.unranked));
  expect(here.best).toBe(there.best);
});

it('the interval on the axis is that of the lift times the share of all', () => {
  const mark = markOf({ best: { n: 8, of: 10 }, rest: { n: 8, of: 30 }, interval: [1.5, 3] });
  expect(mark).toEqual({ best: 0.8, rest: 8 / 30, low: 0.6000000000000001, high: 1 });
});
