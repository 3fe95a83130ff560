import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createApp } from '../../src/faces/http/create-app.ts';
import { linkSignIn } from '../../src/faces/http/guard/index.ts';
import { apiDocument } from '../../src/faces/http/openapi/index.ts';
import { routes } from '../../src/faces/http/routes/index.ts';
import { nameOf, openApi, type TestApi } from './api.ts';

let api: TestApi;

beforeAll(async () => {
  api = await openApi();
});

afterAll(() => api.close());

describe('the workspace over HTTP', () => {
  it('tells an empty workspace', async () => {
    expect(await api.document('GET', '/workspace')).toEqual({
      kind: 'workspace',
      name: nameOf(api),
      asOf: '2026-09-30',
      by: 'Ana',
      snapshot: null,
      rows: { accounts: 0, customers: 0, deals: 0 },
      sources: 0,
      patterns: null,
      profile: null,
      scored: null,
    });
  });
});

describe('a refused request', () => {
  it('is a problem document with the code of the catalogue', async () => {
    const response = await api.call('GET', '/jobs/999');
    expect(response.status).toBe(404);
    expect(response.headers.get('content-type')).toContain('application/problem+json');
    expect(await response.json()).toMatchObject({
      type: 'urn:bestfit:error:job.missing',
      code: 'job.missing',
    });
  });

  it.each([
    ['an unknown parameter', 'GET', '/workspace?a=1', undefined],
    ['a number that is none', 'GET', '/jobs/one', undefined],
    ['a body of another kind', 'POST', '/jobs', { kind: 'dance' }],
    ['a part that is not known', 'POST', '/jobs', { kind: 'sample', colour: 'red' }],
  ])('names what does not fit: %s', async (...[, method, path, body]) => {
    const response = await api.call(method, path, body);
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ code: 'http.bad-request' });
  });

  it('says so when there is no such route', async () => {
    const response = await api.call('GET', '/nothing');
    expect(await response.json()).toMatchObject({ code: 'http.no-such-route', status: 404 });
  });
});

describe('the guard', () => {
  async function guarded(
    headers: Readonly<Record<string, string>>,
    method = 'GET',
    path = '/api/v1/workspace',
  ) {
    const memory = { load: async () => [], keep: async () => undefined };
    const signIn = await linkSignIn({ apiToken: null, memory });
    const context = {
      workspace: api.workspace,
      jobs: null as never,
      path: api.folder,
      asOf: () => '2026-09-30',
      now: () => '2026-09-30T09:00:00.000Z',
      by: 'Ana',
    };
    const parts = { files: null, beforeEach: async () => undefined, onLetIn: () => undefined };
    const app = createApp({ context, signIn, ...parts });
    const ask = (extra: Readonly<Record<string, string>>, to = path) =>
      app.request(`http://127.0.0.1:4848${to}`, {
        method,
        headers: { host: '127.0.0.1:4848', ...headers, ...extra },
      });
    return { ask, signIn };
  }

  it('lets nobody in without a link', async () => {
    const { ask } = await guarded({});
    expect((await ask({})).status).toBe(401);
    expect((await ask({ authorization: 'Bearer ' })).status).toBe(401);
    expect((await ask({ cookie: 'bestfit-4848=guess' })).status).toBe(401);
  });

  it('lets in who opened a link, once', async () => {
    const { ask, signIn } = await guarded({});
    const link = `/open?token=${signIn.newToken()}`;
    const cookie = (await ask({}, link)).headers.get('set-cookie')?.split(';')[0] ?? '';
    expect((await ask({ cookie })).status).toBe(200);
    expect((await ask({}, link)).headers.get('set-cookie')).toBeNull();
  });

  it.each(['evil.example', '127.0.0.1.evil.example:4848', '192.168.1.7:4848', ''])(
    'refuses the host `%s`, to which a page elsewhere may point its name',
    async (host) => {
      const { ask } = await guarded({ host });
      const response = await ask({});
      expect([response.status, await response.json()]).toMatchObject([403, { code: 'http.foreign-host' }]);
    },
  );

  it.each(['http://evil.example', 'null', 'http://127.0.0.1:9999'])(
    'refuses a change that a page of `%s` asks for',
    async (origin) => {
      const { ask } = await guarded({ origin }, 'POST', '/api/v1/jobs');
      const response = await ask({});
      expect([response.status, await response.json()]).toMatchObject([403, { code: 'http.foreign-origin' }]);
    },
  );

  it('tells browsers to load nothing from elsewhere and to show it in no frame', async () => {
    const { ask } = await guarded({});
    const headers = (await ask({}, '/api')).headers;
    expect(headers.get('content-security-policy')).toContain("default-src 'self'");
    expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
    expect(headers.get('x-content-type-options')).toBe('nosniff');
  });
});

describe('the OpenAPI document', () => {
  const document = apiDocument(routes) as {
    readonly openapi: string;
    readonly paths: Readonly<Record<string, Readonly<Record<string, { readonly operationId: string }>>>>;
    readonly components: { readonly schemas: Readonly<Record<string, unknown>> };
  };

  it('names every route once, each operation by a name of its own', () => {
    const operations = Object.values(document.paths).flatMap((path) => Object.values(path));
    expect(operations).toHaveLength(routes.length);
    expect(new Set(operations.map(({ operationId }) => operationId)).size).toBe(routes.length);
  });

  it('has no reference that leads nowhere', () => {
    const references = [...JSON.stringify(document).matchAll(/"\$ref":"#\/components\/schemas\/([^"]+)"/g)];
    expect(references.length).toBeGreaterThan(0);
    for (const [, name] of references) expect(Object.keys(document.components.schemas)).toContain(name);
  });

  it('has a readable page that lists every route', async () => {
    const page = await (await api.call('GET', '/../../api')).text();
    for (const { path } of routes) expect(page).toContain(path);
  });
});
