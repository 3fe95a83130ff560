import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { answerJson } from './answer-json.ts';
import { type StandIn, startStandIn } from './stand-in-server.ts';

let standIn: StandIn;
let carriedOut = 0;

beforeEach(async () => {
  carriedOut = 0;
  standIn = await startStandIn({
    routes: [
      {
        method: 'GET',
        path: '/things/:id',
        handle: (request, params) => {
          carriedOut++;
          return answerJson(200, { id: params.id, query: request.query });
        },
      },
    ],
    admit: () => null,
    notFound: () => answerJson(404, {}),
    fault: (fault) => answerJson(fault.kind === 'server-error' ? fault.status : 429, {}),
    refusal: () => null,
    headers: () => ({ 'x-left': '9' }),
  });
});
afterEach(() => standIn.close());

const get = (path = '/things/7?a=1&a=2') => fetch(`${standIn.origin}${path}`);

describe('a stand-in on loopback', () => {
  it('answers a route, with repeated parameters joined', async () => {
    const answer = await get();
    expect(answer.headers.get('x-left')).toBe('9');
    expect(await answer.json()).toEqual({ id: '7', query: { a: '1,2' } });
    expect((await get('/nothing')).status).toBe(404);
  });

  it('counts requests by endpoint and answers by status', async () => {
    await get();
    await get('/things/8');
    await get('/nothing');
    expect(standIn.log.total).toBe(3);
    expect(standIn.log.byEndpoint).toEqual({ 'GET (unknown)': 1, 'GET /things/:id': 2 });
    expect(standIn.log.byStatus).toEqual({ 200: 2, 404: 1 });
  });

  it('shows a fault at the nth request, or at every nth, in place of the answer', async () => {
    standIn.faults.add({ kind: 'server-error', status: 503 }, { at: 'nth', n: 2, endpoint: '/things' });
    standIn.faults.add({ kind: 'rate-limit' }, { at: 'every', n: 3, endpoint: null });
    const statuses = [];
    for (let i = 0; i < 6; i++) statuses.push((await get()).status);
    expect(statuses).toEqual([200, 503, 429, 200, 200, 429]);
    expect(carriedOut).toBe(3);
    expect(standIn.faults.shown.map((fault) => fault.kind)).toEqual([
      'server-error',
      'rate-limit',
      'rate-limit',
    ]);
  });

  it('cuts an answer that was carried out', async () => {
    standIn.faults.add({ kind: 'cut', afterBytes: 5 }, { at: 'nth', n: 1, endpoint: null });
    standIn.faults.add({ kind: 'cut', afterBytes: 0 }, { at: 'nth', n: 2, endpoint: null });
    await expect(get().then((answer) => answer.text())).rejects.toThrow();
    await expect(get()).rejects.toThrow();
    expect(carriedOut).toBe(2);
    expect((await get()).status).toBe(200);
  });

  it('is slow when told, so that a client that waits no longer gives up', async () => {
    standIn.faults.add({ kind: 'slow', delayMs: 300 }, { at: 'nth', n: 1, endpoint: null });
    const signal = AbortSignal.timeout(50);
    await expect(fetch(`${standIn.origin}/things/1`, { signal })).rejects.toThrow();
  });
});
