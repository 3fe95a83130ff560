import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type TestWorkspace, testWorkspace } from '../../test/test-workspace.ts';
import { discoverPatterns } from './discover-patterns.ts';
import { declareHypothesis, judge } from './judge.ts';
import { lastPatterns } from './last-patterns.ts';
import { replaceWeights } from './rank-value.ts';

let workspace: TestWorkspace;

beforeEach(async () => {
  workspace = await testWorkspace();
});

afterEach(() => workspace.dispose());

const asOf = '2026-01-01';
const request = {
  contrast: null,
  asOf,
  last: null,
  seed: 1,
  permutations: 199,
  at: '2026-01-01T10:00:00.000Z',
  onProgress: () => undefined,
};

async function importCustomers(n: number) {
  const rows = Array.from({ length: n }, (_, i) => [
    `A${i}`,
    `Firm ${i}`,
    (i % 3 === 0 ? 50_000 : 2000) + 37 * i,
    `2023-01-${10 + (i % 15)}`,
    (i % 3 === 0) !== (i % 7 === 0) ? 'clinic' : 'shop',
  ]);
  const header = ['Account ID', 'Company', 'Contract value', 'Start date', 'Sector'];
  const text = `${[header, ...rows].map((row) => row.join(',')).join('\n')}\n`;
  await workspace.import({ 'c.csv': { text, as: 'customers' } });
}

const last = (day = asOf) => lastPatterns(workspace, { contrast: null, asOf: day });

describe('the last patterns', () => {
  it('are none before a discovery, and what can be compared is told', async () => {
    await importCustomers(24);
    expect(await last()).toMatchObject({
      contrast: 'best-rest',
      discovery: null,
      unseen: true,
      contrasts: [
        { contrast: 'best-rest', lacks: null },
        { contrast: 'won-lost', lacks: 'won-and-lost-deals' },
        { contrast: 'churned-kept', lacks: 'ended-customers' },
        { contrast: 'customers-market', lacks: 'prospects' },
      ],
    });
  });

  it('are those of the discovery, with what it left open', async () => {
    await importCustomers(24);
    const fresh = await discoverPatterns(workspace, request);
    if (fresh.kind !== 'discovery') throw new Error(fresh.kind);
    const { quality: _, ...expected } = fresh;
    const kept = await last();
    expect(kept.unseen).toBe(false);
    expect(kept.discovery).toEqual({ ...expected, at: request.at, last: null, stale: [] });
  });

  it('name what changed since: the data, the weights, the day, beliefs', async () => {
    await importCustomers(24);
    await discoverPatterns(workspace, request);
    await replaceWeights(workspace, { tenure: 0 }, asOf);
    await declareHypothesis(workspace, {
      condition: { op: 'any', field: 'industry', values: ['shop'] },
      by: 'ann',
      on: '2026-01-02T10:00:00.000Z',
    });
    expect(await last('2026-02-01')).toMatchObject({
      discovery: { stale: ['weights', 'day', 'beliefs'] },
      hypotheses: [{ label: 'Industry is shop', saidBy: 'ann' }],
    });
    await importCustomers(30);
    expect(await last()).toMatchObject({
      unseen: true,
      discovery: { stale: ['data', 'weights', 'beliefs'] },
    });
  });

  it('hold the newest judgements, which end the question about a pattern', async () => {
    await importCustomers(24);
    await discoverPatterns(workspace, request);
    const asked = (await last()).discovery?.questions[0];
    if (asked === undefined) throw new Error('nothing is asked');
    const said = { kind: 'agree', team: 'sales', reason: 'our partner is there', by: 'ann', on: request.at };
    await judge(workspace, { ...said, account: null, pattern: asked.id });
    const { discovery } = await last();
    expect(discovery?.judgements).toMatchObject([{ pattern: asked.id, kind: 'agree' }]);
    expect(discovery?.next?.commands.join()).not.toContain(`--pattern ${asked.id}`);
  });
});
