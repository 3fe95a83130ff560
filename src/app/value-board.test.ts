import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type TestWorkspace, testWorkspace } from '../../test/test-workspace.ts';
import { weighCustomers } from '../stages/value/weighing/index.ts';
import { currentData } from './current-data.ts';
import { judge } from './judge.ts';
import { currentValue, rankValue, replaceWeights } from './rank-value.ts';
import { takeBackJudgement } from './take-back-judgement.ts';
import { type ValueBoard, valueBoard } from './value-board.ts';
import { valueSensitivity } from './value-sensitivity.ts';

let workspace: TestWorkspace;
const asOf = '2026-01-01';

beforeEach(async () => {
  workspace = await testWorkspace();
});

afterEach(() => workspace.dispose());

async function importCustomers(n: number) {
  const rows = Array.from({ length: n }, (_, i) => [
    `A${i}`,
    `Firm ${i}`,
    i % 9 === 8 ? '' : 1000 + 137 * ((i * 7) % n),
    `2023-01-${10 + (i % 15)}`,
    i % 5 === 4 ? '' : (i * 3) % 11,
  ]);
  const header = ['Account ID', 'Company', 'Contract value', 'Start date', 'NPS'];
  await workspace.import({
    'c.csv': { text: `${[header, ...rows].map((row) => row.join(',')).join('\n')}\n`, as: 'customers' },
  });
}

const board = (weights: Parameters<typeof valueBoard>[1]['weights'] = null, most = 1000) =>
  valueBoard(workspace, { asOf, last: null, weights, most });

/** What a browser does with the board. */
function weighed({ components, rows }: ValueBoard) {
  const columns = components.map(({ weight, given, standsFor }, c) => ({
    weight,
    given,
    standsFor,
    percentiles: Float64Array.from(rows, ({ percentiles }) => percentiles[c] ?? Number.NaN),
  }));
  return weighCustomers(columns, rows.length);
}

describe('the board of value', () => {
  it('holds all that its ranking is made of', async () => {
    await importCustomers(24);
    const sent = JSON.parse(JSON.stringify(await board())) as ValueBoard;
    const found = weighed(sent);
    const ranking = await currentValue(workspace, await currentData(workspace), {
      asOf,
      last: null,
      seed: null,
    });
    if (found.kind !== 'weighed' || ranking.kind !== 'ranking') throw new Error(found.kind);
    expect(found.valued.ranked.map((row) => sent.rows[row]!.accountId)).toEqual(
      ranking.customers.filter(({ rank }) => rank !== null).map(({ accountId }) => accountId),
    );
    expect(found.line).toEqual(ranking.best);
    const byId = new Map(sent.rows.map((row) => [row.accountId, row]));
    for (const { accountId, value, rank, best, coverage } of ranking.customers)
      expect(byId.get(accountId)).toMatchObject({ value, rank, best, coverage });
  });

  it('tries other weights without keeping them, and names who enters and leaves', async () => {
    await importCustomers(24);
    const before = await board();
    const tried = await board({ contract_value: 0, satisfaction: 5 });
    expect(tried.change).toMatchObject({ stay: expect.any(Number) });
    const best = ({ rows }: ValueBoard) =>
      new Set(rows.filter((row) => row.best).map(({ accountId }) => accountId));
    const entered = [...best(tried)].filter((id) => !best(before).has(id));
    expect(tried.change?.enter.first.map(({ accountId }) => accountId).toSorted()).toEqual(
      entered.toSorted(),
    );
    expect(tried.components.find(({ name }) => name === 'contract_value')?.leftOut).toBe('weight-zero');
    expect(await board()).toEqual(before);
  });

  it('of many customers sends the first by value', async () => {
    await importCustomers(24);
    const all = await board();
    const some = await board(null, 5);
    expect(some).toMatchObject({ whole: false, customers: 24, ranked: all.ranked, best: all.best });
    expect(some.rows.map(({ rank }) => rank)).toEqual([1, 2, 3, 4, 5]);
  });

  it('of too few customers still shows what is known of them', async () => {
    await importCustomers(5);
    const few = await board();
    expect(few).toMatchObject({ shortfall: { kind: 'too-few-customers', needed: 8, found: 5 }, best: null });
    expect(few.rows).toHaveLength(5);
    expect(few.rows.every(({ rank, best }) => rank === null && !best)).toBe(true);
  });

  it('carries what people said of a customer', async () => {
    await importCustomers(24);
    await judge(workspace, {
      account: 'A3',
      pattern: null,
      kind: 'should-not-count',
      team: 'sales',
      reason: 'our own company',
      by: 'ann',
      on: '2026-01-01T10:00:00.000Z',
    });
    const { rows } = await board();
    expect(rows.filter(({ said }) => said.length > 0)).toMatchObject([
      { accountId: 'A3', said: [{ kind: 'should-not-count', reason: 'our own company' }] },
    ]);
    const { id } = rows.flatMap(({ said }) => said)[0]!;
    await takeBackJudgement(workspace, { id, by: 'bob', on: '2026-01-02T10:00:00.000Z' });
    expect((await board()).rows.flatMap(({ said }) => said)).toEqual([]);
    await expect(takeBackJudgement(workspace, { id, by: 'bob', on: '2026-01-02' })).rejects.toMatchObject({
      code: 'judgement.missing',
    });
  });
});

describe('weights that are replaced', () => {
  it('are exactly those given, and the ones before are told', async () => {
    await importCustomers(24);
    await rankValue(workspace, {
      asOf,
      weights: { tenure: 5 },
      last: null,
      seed: 1,
      at: '2026-01-01T10:00:00.000Z',
    });
    const changed = await replaceWeights(workspace, { satisfaction: 4 }, asOf);
    expect(changed).toEqual({ before: { tenure: 5 }, after: { satisfaction: 4 } });
    const { components } = await board();
    expect(components.find(({ name }) => name === 'tenure')).toMatchObject({ weight: 2, given: false });
    await expect(replaceWeights(workspace, { tenure: -1 }, asOf)).rejects.toMatchObject({
      code: 'usage.bad-option',
    });
  });
});

describe('the sensitivity of the board', () => {
  it('says of the first by value how often they stay, and names who moves with a component', async () => {
    await importCustomers(24);
    const found = await valueSensitivity(workspace, { asOf, last: null, seed: 1, most: 10 });
    if (found.kind !== 'value-sensitivity') throw new Error(found.kind);
    expect(found.shares).toHaveLength(10);
    expect(found.shares[0]?.bestShare).toBeGreaterThan(0.9);
    const moved = found.changes.flatMap(({ enter, leave }) => [...enter, ...leave]);
    expect(moved.every(({ accountId, name }) => name === `Firm ${accountId.slice(1)}`)).toBe(true);
  });

  it('of too few customers is a shortfall', async () => {
    await importCustomers(5);
    const found = await valueSensitivity(workspace, { asOf, last: null, seed: 1, most: 10 });
    expect(found.kind).toBe('too-few-customers');
  });
});
