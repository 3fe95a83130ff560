import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ValueBoard } from '../../src/app/value-board.ts';
import { openApi, type TestApi } from './api.ts';
import { importSample } from './sample.ts';

let api: TestApi;

beforeAll(async () => {
  api = await openApi();
  await importSample(api);
});

afterAll(() => api.close());

const board = async (query = '') => (await api.document('GET', `/customers${query}`)) as ValueBoard;

describe('customers over HTTP', () => {
  it('come with all that their ranking is made of', async () => {
    const { rows, whole, customers, best, components, change } = await board();
    expect({ whole, customers, rows: rows.length, change }).toEqual({
      whole: true,
      customers: 60,
      rows: 60,
      change: null,
    });
    expect(best?.n).toBeGreaterThan(15);
    expect(rows.every(({ raw }) => raw.length === components.length)).toBe(true);
  });

  it('can be the last to start', async () => {
    expect((await board('?last=20')).customers).toBe(20);
    expect((await board('?last=5')).shortfall).toMatchObject({ kind: 'too-few-customers', found: 5 });
    expect((await api.call('GET', '/customers?last=0')).status).toBe(400);
  });

  it('are weighed otherwise without a trace, and with one when it is kept', async () => {
    const before = await board();
    const tried = (await api.document('POST', '/customers/weigh', { weights: { tenure: 9 } })) as ValueBoard;
    expect(tried.change?.enter.total).toBeGreaterThan(0);
    expect(await board()).toEqual(before);
    expect(await api.document('PUT', '/customers/weights', { weights: { tenure: 9 } })).toEqual({
      before: {},
      after: { tenure: 9 },
    });
    expect((await board()).kept).toEqual({ tenure: 9 });
    await api.document('PUT', '/customers/weights', { weights: {} });
    expect(await board()).toEqual({ ...before, weightingsTried: before.weightingsTried });
    expect((await api.call('PUT', '/customers/weights', { weights: { charm: 1 } })).status).toBe(400);
  });

  it('say how much rests on the weights', async () => {
    expect(await api.document('GET', '/customers/sensitivity')).toMatchObject({ draws: 500 });
    expect(await api.document('GET', '/customers/sensitivity?last=5')).toMatchObject({
      kind: 'no-sensitivity',
      why: { kind: 'too-few-customers' },
    });
  });

  it('are shown one by one, with what people said, until it is taken back', async () => {
    const { rows } = await board();
    const { accountId } = rows[0]!;
    const said = {
      account: accountId,
      team: 'sales',
      kind: 'should-not-count',
      reason: 'our sister company',
    };
    const made = (await api.document('POST', '/judgements', said)) as { id: number };
    expect(await api.document('GET', `/customers/${accountId}`)).toMatchObject({
      account: { id: accountId },
      said: [{ kind: 'should-not-count', saidBy: 'Ana' }],
    });
    await api.document('DELETE', `/judgements/${made.id}`);
    expect(await api.document('GET', `/customers/${accountId}`)).toMatchObject({ said: [] });
    expect((await api.call('DELETE', `/judgements/${made.id}`)).status).toBe(404);
    expect((await api.call('POST', '/judgements', { ...said, reason: ' ' })).status).toBe(400);
    expect((await api.call('GET', '/customers/nobody-at-all')).status).toBe(404);
  });
});
