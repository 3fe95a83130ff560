import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { hubspotSecrets, startHubspot } from '../../../../samples/crm/hubspot/index.ts';
import { companyWorld, createStandInClock } from '../../../../samples/crm/shared/index.ts';
import { type TestContext, testContext, testSettings } from '../../../../test/connectors/test-context.ts';
import type { BestfitError } from '../../../base/errors/index.ts';
import type { ConnectionSettings, ConnectorContext } from '../records/index.ts';
import { createClient } from './index.ts';
import type { ClientRequest, VendorRules, Verdict } from './types.ts';

const start = Date.UTC(2026, 8, 1, 12);
const day = { name: 'day', requests: 1000, seconds: 86_400, source: 'test' };

/** Rules of a vendor like HubSpot: bearer tokens, refreshed by a form, and a budget told in headers. */
const rules: VendorRules = {
  label: 'Vendor',
  origin: null,
  limits: [day],
  dayLimit: 'day',
  unit: 'requests',
  authorize: (token) => ({ authorization: `Bearer ${token}` }),
  refresh: null,
  judge: ({ status, body, headers }): Verdict => {
    const { message, policyName } = body as { message?: string; policyName?: string };
    if (policyName === 'DAILY') return { kind: 'spent', resetsAt: null };
    if (status === 429) {
      const seconds = headers['retry-after'] === undefined ? null : Number(headers['retry-after']);
      return { kind: 'wait', seconds, why: 'too many requests', sure: true };
    }
    if (status === 401) return { kind: 'token' };
    if (status === 403) return { kind: 'forbidden', missing: message ?? 'a right' };
    if (status >= 500) return { kind: 'wait', seconds: null, why: `it answered ${status}`, sure: false };
    return { kind: 'refused', code: 'VALIDATION', message: message ?? String(body) };
  },
  usageOf: ({ headers }) => {
    const [limit, left] = ['', '-remaining'].map((end) => headers[`x-hubspot-ratelimit-daily${end}`]);
    return limit === undefined ? null : { limit: Number(limit), used: Number(limit) - Number(left) };
  },
};
const get: ClientRequest = { method: 'GET', path: '/things', repeatable: true };
const post: ClientRequest = { method: 'POST', path: '/things', body: { a: 1 }, repeatable: false };

const running: (() => Promise<void>)[] = [];
afterEach(async () => {
  await Promise.all(running.splice(0).map((close) => close()));
});

type Answer = (request: IncomingMessage, response: ServerResponse, nth: number) => void;

/** A server of a few lines; `nth` counts requests from 1. */
async function serve(answer: Answer): Promise<{ readonly origin: string; readonly asked: () => number }> {
  let asked = 0;
  const server = createServer((request, response) => answer(request, response, ++asked));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  running.push(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });
  return { origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, asked: () => asked };
}

/** Answers in JSON: a status, a body, and headers if any. */
function json(response: ServerResponse, ...[status, body, headers]: [number, unknown, object?]): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers });
  response.end(JSON.stringify(body));
}

interface Opened {
  readonly rules?: Partial<VendorRules>;
  readonly settings?: Partial<ConnectionSettings>;
  readonly context?: Partial<ConnectorContext>;
}

/** What a secret may consist of: what a header can carry. */
const secret = fc.stringMatching(/^[!-)+-~]{8,60}$/);

function open(origin: string, { rules: changed, settings, context: given }: Opened = {}) {
  const clock = createStandInClock(start);
  const context: TestContext = testContext(clock, { token: 'token-of-the-test' }, given);
  const client = createClient({ ...rules, ...changed }, testSettings(origin, settings), context);
  return { client, context, clock };
}

describe('a client', () => {
  it('sends what is asked with the token, and reads JSON and texts', async () => {
    const seen: unknown[] = [];
    const { origin } = await serve((request, response, nth) => {
      seen.push([
        request.method,
        request.url,
        request.headers.authorization,
        request.headers['content-type'],
      ]);
      if (nth === 1) json(response, 200, { ok: true }, { 'X-Left': '3' });
      else response.writeHead(201, { 'content-type': 'text/csv' }).end('a,b\n');
    });
    const { client } = open(origin);
    expect(await client.send({ ...get, query: { after: 'a b' } })).toMatchObject({
      status: 200,
      headers: { 'x-left': '3' },
      body: { ok: true },
    });
    expect(await client.send(post)).toMatchObject({ status: 201, body: 'a,b\n' });
    expect(seen).toEqual([
      ['GET', '/things?after=a+b', 'Bearer token-of-the-test', undefined],
      ['POST', '/things', 'Bearer token-of-the-test', 'application/json'],
    ]);
  });

  it('refuses a path that leads to another host', async () => {
    const { client } = open('http://127.0.0.1:9');
    await expect(client.send({ ...get, path: '@other.example/' })).rejects.toThrow(
      'no path below the origin',
    );
  });

  it('follows no redirect', async () => {
    const { origin, asked } = await serve((_, response) =>
      response.writeHead(302, { location: 'http://other.example/' }).end(),
    );
    await expect(open(origin).client.send(get)).rejects.toMatchObject({
      code: 'connection.refused',
      params: { status: 302, code: 'redirect' },
    });
    expect(asked()).toBe(1);
  });

  it('gives statuses that are fine to the connector', async () => {
    const { origin } = await serve((_, response) => json(response, 404, { gone: true }));
    expect(await open(origin).client.send({ ...get, alsoFine: [404] })).toMatchObject({ status: 404 });
  });

  it('stops when the work is aborted', async () => {
    const { origin } = await serve(() => undefined);
    const stop = new AbortController();
    const sent = open(origin, { context: { signal: stop.signal } }).client.send(get);
    setTimeout(() => stop.abort(new Error('enough')), 50);
    await expect(sent).rejects.toThrow('enough');
  });
});

describe('what fails in passing', () => {
  it('is tried again with growing waits, at most six times', async () => {
    const { origin, asked } = await serve((_, response) => json(response, 503, {}));
    const { client, clock, context } = open(origin);
    await expect(client.send(get)).rejects.toMatchObject({
      code: 'connection.unreachable',
      params: { vendor: 'Vendor', tries: 6, why: 'it answered 503' },
    });
    expect(asked()).toBe(6);
    expect(clock.now() - start).toBe((1 + 2 + 4 + 8 + 16) * 750);
    expect(context.waits.map(({ seconds }) => seconds)).toEqual([2, 3, 6, 12]);
  });

  it('is not repeated where nobody knows whether it was done', async () => {
    const cases: Answer[] = [
      (_, response) => json(response, 502, {}),
      (_, response) => response.destroy(),
      (_, response) => response.writeHead(200, { 'content-type': 'application/json' }).end('{"a":'),
    ];
    for (const answer of cases) {
      const { origin, asked } = await serve(answer);
      await expect(open(origin).client.send(post)).rejects.toMatchObject({ code: 'connection.unreachable' });
      expect(asked()).toBe(1);
    }
  });

  it('is survived when answers are cut anywhere', async () => {
    const { origin, asked } = await serve((_, response, nth) => {
      if (nth === 1) response.destroy();
      else if (nth === 2)
        response.writeHead(200, { 'content-length': '100' }).write('{"a"', () => response.destroy());
      else if (nth === 3) response.writeHead(200, { 'content-type': 'application/json' }).end('{"a":');
      else json(response, 200, { a: 1 });
    });
    expect((await open(origin).client.send(get)).body).toEqual({ a: 1 });
    expect(asked()).toBe(4);
  });

  it('is repeated even for writes when it was certainly not done, after the time that the vendor says', async () => {
    const { origin, asked } = await serve((_, response, nth) =>
      nth === 1 ? json(response, 429, {}, { 'retry-after': '7' }) : json(response, 200, {}),
    );
    const { client, clock, context } = open(origin);
    await client.send(post);
    expect(asked()).toBe(2);
    expect(clock.now() - start).toBe(7125);
    expect(context.waits).toEqual([{ seconds: 8, why: 'too many requests' }]);
  });

  it('is given up when the vendor wants more than five minutes', async () => {
    const { origin, asked } = await serve((_, response) => json(response, 429, {}, { 'retry-after': '400' }));
    await expect(open(origin).client.send(get)).rejects.toMatchObject({ code: 'connection.unreachable' });
    expect(asked()).toBe(1);
  });

  it('is told as unreachable when nothing listens', async () => {
    const { origin } = await serve(() => undefined);
    await running.splice(0)[0]!();
    await expect(open(origin).client.send(post)).rejects.toMatchObject({
      code: 'connection.unreachable',
      params: { tries: 6, why: 'nothing listens there' },
    });
  });
});

describe('limits', () => {
  const limits = [
    day,
    { name: 'burst', requests: 10, seconds: 10, source: 'test' },
    { name: 'search', requests: 2, seconds: 1, named: true, source: 'test' },
  ];

  it('are kept without meeting a refusal, those that are named by the requests that name them', async () => {
    const { origin, asked } = await serve((_, response) => json(response, 200, {}));
    const { client, clock } = open(origin, { rules: { limits } });
    for (let n = 0; n < 4; n++) await client.send({ ...get, limits: ['search'] });
    expect(clock.now() - start).toBe(1000);
    for (let n = 0; n < 6; n++) await client.send(get);
    expect(clock.now() - start).toBe(1000);
    await client.send(get);
    expect(clock.now() - start).toBe(10_000);
    expect(asked()).toBe(11);
  });

  it('hold for requests that are sent together', async () => {
    const { origin } = await serve((_, response) => json(response, 200, {}));
    const { client, clock } = open(origin, { rules: { limits } });
    await Promise.all(Array.from({ length: 25 }, () => client.send(get)));
    expect(clock.now() - start).toBeGreaterThanOrEqual(20_000);
  });

  it('are never met at a stand-in that counts them', async () => {
    const clock = createStandInClock(start);
    const world = companyWorld(7, { companies: 400, deals: 10, contacts: 10 }, clock.now());
    const hubspot = await startHubspot({ world, now: clock.now });
    running.push(hubspot.close);
    const burst = { name: 'burst', requests: 190, seconds: 10, source: 'test' };
    const context = testContext(clock, { token: hubspotSecrets.privateToken });
    const settings = testSettings(hubspot.origin);
    const client = createClient({ ...rules, limits: [day, burst] }, settings, context);
    const path = '/crm/objects/2026-09/companies';
    for (let n = 0; n < 400; n++) expect((await client.send({ ...get, path })).status).toBe(200);
    expect(client.usage()).toMatchObject({ requests: 400, used: 400, limit: 650_000 });
    hubspot.faults.add({ kind: 'rate-limit' }, { at: 'every', n: 3, endpoint: null });
    hubspot.faults.add({ kind: 'cut', afterBytes: 30 }, { at: 'every', n: 4, endpoint: null });
    hubspot.faults.add({ kind: 'server-error', status: 502 }, { at: 'every', n: 5, endpoint: null });
    for (let n = 0; n < 50; n++) expect((await client.send({ ...get, path })).status).toBe(200);
  });
});

describe('the budget of a day', () => {
  const small = { limits: [{ ...day, requests: 10 }] };

  it('stops before the share is passed, and is full again after a day', async () => {
    const { origin, asked } = await serve((_, response) => json(response, 200, {}));
    const { client, clock, context } = open(origin, { rules: small });
    for (let n = 0; n < 8; n++) await client.send(get);
    await expect(client.send(get)).rejects.toMatchObject({
      code: 'connection.budget-spent',
      params: { used: 8, limit: 10, share: 80, unit: 'requests', resetsAt: null },
    });
    expect(asked()).toBe(8);
    expect(context.usages.at(-1)).toEqual(client.usage());
    clock.advance(86_400_000);
    await client.send(get);
    expect(client.usage()).toMatchObject({ requests: 1, used: 1 });
  });

  it('forgets what answers said of the limit when a day is over: a plan may change', async () => {
    const told = { 'x-hubspot-ratelimit-daily': '500', 'x-hubspot-ratelimit-daily-remaining': '400' };
    const { origin } = await serve((_, response, nth) => json(response, 200, {}, nth === 1 ? told : {}));
    const { client, clock } = open(origin, { rules: small });
    await client.send(get);
    expect(client.usage()).toMatchObject({ used: 100, limit: 500 });
    clock.advance(86_400_000);
    expect(client.usage()).toMatchObject({ used: 0, limit: 10 });
  });

  it('counts units, and holds for requests that are sent together', async () => {
    const { origin, asked } = await serve((_, response) => json(response, 200, {}));
    const { client } = open(origin, { rules: small });
    const all = await Promise.allSettled(Array.from({ length: 5 }, () => client.send({ ...get, cost: 3 })));
    expect(all.filter(({ status }) => status === 'fulfilled')).toHaveLength(2);
    expect(asked()).toBe(2);
  });

  it('goes on from what earlier processes used', async () => {
    const { origin } = await serve((_, response) => json(response, 200, {}));
    const since = new Date(start - 3_600_000).toISOString();
    const resetsAt = new Date(start + 3_600_000).toISOString();
    const usage = { since, requests: 3, used: 8, limit: 10, unit: 'requests', resetsAt } as const;
    const { client, clock } = open(origin, { rules: small, context: { usage } });
    await expect(client.send(get)).rejects.toMatchObject({ params: { used: 8, resetsAt } });
    clock.advance(3_600_000);
    await client.send(get);
    expect(client.usage()).toMatchObject({ used: 1, requests: 1, resetsAt: null });
  });

  it('believes what answers say, the use of others included', async () => {
    const { origin } = await serve((_, response) =>
      json(
        response,
        200,
        {},
        { 'x-hubspot-ratelimit-daily': '500', 'x-hubspot-ratelimit-daily-remaining': '90' },
      ),
    );
    const { client } = open(origin);
    await client.send(get);
    await expect(client.send(get)).rejects.toMatchObject({ params: { used: 410, limit: 500 } });
  });

  it('is over when the vendor says so', async () => {
    const { origin, asked } = await serve((_, response) => json(response, 429, { policyName: 'DAILY' }));
    const { client } = open(origin);
    await expect(client.send(get)).rejects.toMatchObject({ params: { used: 1000, limit: 1000 } });
    await expect(client.send(get)).rejects.toMatchObject({ code: 'connection.budget-spent' });
    expect(asked()).toBe(1);
  });
});

describe('a token', () => {
  const refresh: VendorRules['refresh'] = async ({ secrets, post: send }) => {
    const refreshToken = (await secrets.get('refresh-token'))!;
    const answer = await send('/token', { refresh_token: refreshToken });
    return (answer.body as { access_token: string }).access_token;
  };

  /** Accepts the newest of the tokens that it gave. */
  async function tokenServer(grants: number) {
    let given = 0;
    const { origin } = await serve((request, response) => {
      if (request.url !== '/token') {
        const isGood = request.headers.authorization === `Bearer fresh-${given}`;
        return json(response, isGood ? 200 : 401, {});
      }
      if (given >= grants) return json(response, 400, { error: 'invalid_grant' });
      json(response, 200, { access_token: `fresh-${++given}` });
    });
    return { origin, given: () => given };
  }
  const secrets = (kept: Readonly<Record<string, string>>) => ({
    secrets: testContext(createStandInClock(start), kept).secrets,
  });

  it('that ended is made new once for all requests, and kept', async () => {
    const { origin, given } = await tokenServer(9);
    const kept = secrets({ token: 'old-token', 'refresh-token': 'refresh-1' });
    const { client } = open(origin, { rules: { refresh }, context: kept });
    await Promise.all(Array.from({ length: 8 }, () => client.send(get)));
    expect(given()).toBe(1);
    expect(await kept.secrets.get('access-token')).toBe('fresh-1');
  });

  it('is got first where none is kept', async () => {
    const { origin } = await tokenServer(1);
    const kept = secrets({ 'refresh-token': 'refresh-1' });
    expect((await open(origin, { rules: { refresh }, context: kept }).client.send(get)).status).toBe(200);
  });

  it('that cannot be made new is refused clearly', async () => {
    const { origin } = await tokenServer(0);
    const unauthorized = { code: 'connection.unauthorized', params: { vendor: 'Vendor' } };
    const kept = secrets({ token: 'old-token', 'refresh-token': 'refresh-1' });
    for (const changed of [{ refresh }, { refresh: null }])
      await expect(open(origin, { rules: changed, context: kept }).client.send(get)).rejects.toMatchObject(
        unauthorized,
      );
  });

  it('that is missing is named', async () => {
    const need = {
      name: 'token',
      label: 'Token',
      variable: 'BESTFIT_VENDOR_TOKEN',
      secret: true,
      required: true,
    };
    const opened = open('http://127.0.0.1:9', { rules: { needs: [need] }, context: secrets({}) });
    await expect(opened.client.send(get)).rejects.toMatchObject({
      code: 'connection.secret-missing',
      params: { variables: ['BESTFIT_VENDOR_TOKEN'] },
    });
  });

  it('that may not do something is told with what is missing, without a secret in the words', async () => {
    const { origin } = await serve((_, response) =>
      json(response, 403, { message: 'scope crm.read for token-of-the-test' }),
    );
    await expect(open(origin).client.send(get)).rejects.toMatchObject({
      code: 'connection.forbidden',
      params: { missing: 'scope crm.read for ***' },
    });
  });
});

describe('a secret', () => {
  it('is in no refusal and in nothing that is told, whatever the vendor says', async () => {
    let said = { status: 400, text: '' };
    const { origin } = await serve((request, response) => {
      const held = `${request.headers.authorization} ${said.text} ${request.url}`;
      json(response, said.status, { message: held, policyName: held }, { 'x-why': 'held' });
    });
    const status = fc.constantFrom(302, 400, 403, 429, 500);
    const property = fc.asyncProperty(secret, status, fc.string(), async (token, answer, around) => {
      said = { status: answer, text: `${around}${token}${around}${JSON.stringify(token)}` };
      const { secrets } = testContext(createStandInClock(start), { token });
      const judge: VendorRules['judge'] = ({ status: got, body }) => {
        const why = (body as { message: string }).message;
        if (got === 403) return { kind: 'forbidden', missing: why };
        if (got === 400) return { kind: 'refused', code: why, message: why };
        return { kind: 'wait', seconds: 2, why, sure: true };
      };
      const { client, context } = open(origin, { rules: { judge }, context: { secrets } });
      const error = await client.send({ ...get, query: { token } }).catch((thrown: unknown) => thrown);
      expect(error).toMatchObject({ code: expect.stringMatching(/^connection\./) });
      const { message, stack, params, remedy, cause } = error as BestfitError;
      const shown = [message, stack, remedy, JSON.stringify([params, context.waits])].join();
      expect(cause).toBeUndefined();
      expect(shown).not.toContain(token);
      expect(shown).not.toContain(JSON.stringify(token).slice(1, -1));
    });
    await fc.assert(property, { numRuns: 60 });
  });
});
