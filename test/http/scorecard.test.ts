import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sampleDay } from '../../samples/index.ts';
import { runDemo } from '../../src/app/run-demo.ts';
import { learnScorecard, nothingAsked } from '../../src/app/scorecard/index.ts';
import { openApi, type TestApi } from './api.ts';

let api: TestApi;
const at = '2026-09-30T09:00:00.000Z';
const onProgress = () => undefined;

beforeAll(async () => {
  api = await openApi();
  await runDemo(api.workspace, { at, by: 'Ana', onProgress });
});

afterAll(() => api.close());

describe('the scorecard over HTTP', () => {
  it('says that none was learned before one was', async () => {
    expect(await api.document('GET', '/scorecard')).toEqual({ kind: 'none' });
  });

  it('tells the card learned last, with how it holds on customers not seen', async () => {
    const ask = { ...nothingAsked, contrast: null, asOf: sampleDay, last: null, since: null, until: null };
    const learned = await learnScorecard(api.workspace, {
      ...ask,
      seed: null,
      profile: null,
      by: 'Ana',
      why: null,
      at,
      onProgress,
    });
    if (learned.kind !== 'scorecard') throw new Error(learned.kind);
    expect(await api.document('GET', '/scorecard')).toMatchObject({
      kind: 'learned',
      at,
      contrast: 'best-rest',
      customers: { n: 120, best: 40 },
      verdict: learned.validation.verdict,
      random: { n: 120, card: learned.validation.random.rivals.card.auc },
      saved: null,
    });
  });

  it('tells which field to fill in first', async () => {
    const found = (await api.document('GET', '/scorecard/unknowns')) as {
      readonly worthKnowing: readonly { readonly settles: number }[];
    };
    const settles = found.worthKnowing.map((each) => each.settles);
    expect(settles.length).toBeGreaterThan(1);
    expect(settles).toEqual(settles.toSorted((one, two) => two - one));
  });

  it('cuts tiers by capacity, and keeps them when asked', async () => {
    const ask = { by: 'capacity', unit: 'count', wanted: [100, 500, 1000] };
    const tried = (await api.document('POST', '/scorecard/tiers', { ask })) as {
      readonly after: { readonly accounts: { readonly A: number } };
      readonly saved: unknown;
    };
    expect(tried.after.accounts.A).toBeLessThanOrEqual(100);
    expect(tried.saved).toBeNull();
    const kept = await api.document('POST', '/scorecard/tiers', { ask, save: true });
    expect(kept).toMatchObject({ saved: { version: 2, changed: true } });
  });
});

describe('tables and fields over HTTP', () => {
  it('hands out a table as a file of its rows', async () => {
    const response = await api.call('GET', '/tables/customers/file');
    const text = await response.text();
    expect(response.headers.get('content-disposition')).toContain('customers.csv');
    expect(text.trimEnd().split('\n')).toHaveLength(121);
  });

  it('names the tables when there is none of that name', async () => {
    const response = await api.call('GET', '/tables/castles/file');
    expect(await response.json()).toMatchObject({ code: 'export.no-table' });
  });

  it('shows one field', async () => {
    expect(await api.document('GET', '/fields/accounts/industry')).toMatchObject({
      kind: 'field',
      table: 'accounts',
      field: { name: 'industry', kind: 'category' },
    });
  });
});
