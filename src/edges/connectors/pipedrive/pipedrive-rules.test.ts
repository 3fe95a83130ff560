import { afterEach, describe, expect, it } from 'vitest';
import { pipedriveSecrets } from '../../../../samples/crm/pipedrive/index.ts';
import { type OpenPipedrive, openPipedrive } from '../../../../test/connectors/open-pipedrive.ts';
import { readStream } from '../../../../test/connectors/read-stream.ts';
import type { ClientAnswer } from '../client/index.ts';
import { pipedriveRules } from './pipedrive-rules.ts';
import { planLimits } from './plan-limits.ts';

const now = Date.UTC(2026, 8, 1, 12);
const rules = pipedriveRules({ options: {} }, { now: () => now });
const answer = (status: number, changed: Partial<ClientAnswer> = {}): ClientAnswer => ({
  status,
  headers: {},
  body: { success: false, error: 'Said so', error_info: 'Please check developers.pipedrive.com' },
  ...changed,
});

describe('an answer is judged', () => {
  it('too many at once: to be waited for as long as `x-ratelimit-reset` says, or a growing while', () => {
    const wait = { kind: 'wait', sure: true };
    expect(rules.judge(answer(429, { headers: { 'x-ratelimit-reset': '2' } }))).toMatchObject({
      ...wait,
      seconds: 2,
    });
    expect(rules.judge(answer(429))).toMatchObject({ ...wait, seconds: null });
  });

  it('the day is spent: by what is left of it, or by the words; full again at midnight', () => {
    const spent = { kind: 'spent', resetsAt: '2026-09-02T00:00:00.000Z' };
    const headers = { 'x-daily-ratelimit-token-remaining': '0', 'x-ratelimit-reset': '1' };
    expect(rules.judge(answer(429, { headers }))).toEqual(spent);
    expect(rules.judge(answer(429, { body: { error: 'Daily API token budget is used up' } }))).toEqual(spent);
  });

  it('a refusal in HTML: the guard before the API, to be waited for; in JSON: a right is missing', () => {
    const html = { headers: { 'content-type': 'text/html' }, body: '<!DOCTYPE html><html></html>' };
    expect(rules.judge(answer(403, html))).toMatchObject({ kind: 'wait', seconds: 60, sure: true });
    expect(rules.judge(answer(403))).toEqual({ kind: 'forbidden', missing: 'Said so' });
  });

  it('the token, failures of the server, and what is wrong', () => {
    expect(rules.judge(answer(401))).toEqual({ kind: 'token' });
    expect(rules.judge(answer(502, { body: '<html>' }))).toMatchObject({ kind: 'wait', sure: false });
    expect(rules.judge(answer(400))).toEqual({ kind: 'refused', code: '400', message: 'Said so' });
  });

  it('for what it says of the day; nothing depends on headers that may be missing', () => {
    const resetsAt = '2026-09-02T00:00:00.000Z';
    const headers = { 'x-daily-ratelimit-token-limit': '100', 'x-daily-ratelimit-token-remaining': '30' };
    expect(rules.usageOf(answer(200, { headers }))).toEqual({ used: 70, limit: 100, resetsAt });
    expect(rules.usageOf(answer(200))).toEqual({ resetsAt });
  });
});

describe('the limits of a plan', () => {
  it('are its burst and its tokens a day by seats; the least burst while nobody said the plan', () => {
    const figures = (options: Record<string, string>) =>
      planLimits(options).map(({ name, requests }) => [name, requests]);
    expect(figures({})).toEqual([['burst', 20]]);
    expect(figures({ plan: 'no such' })).toEqual([['burst', 20]]);
    expect(figures({ plan: 'Lite' })).toEqual([
      ['burst', 20],
      ['day', 30_000],
    ]);
    expect(figures({ plan: 'ultimate', seats: '3' })).toEqual([
      ['burst', 120],
      ['day', 630_000],
    ]);
    expect(figures({ plan: 'growth', seats: 'x' })[1]).toEqual(['day', 60_000]);
  });
});

describe('tokens', () => {
  let pipedrive: OpenPipedrive;
  afterEach(() => pipedrive.standIn.close());
  const size = { companies: 600, deals: 20, contacts: 20 };
  const { clientId, clientSecret, refreshToken } = pipedriveSecrets;
  const app = { 'client-id': clientId, 'client-secret': clientSecret, 'refresh-token': refreshToken };

  it('of a person have a header to themselves; one that is refused is told', async () => {
    expect(rules.authorize('abc')).toEqual({ 'x-api-token': 'abc' });
    pipedrive = await openPipedrive(size, { secrets: { token: 'wrong' } });
    await expect(pipedrive.open().stages()).rejects.toMatchObject({ code: 'connection.unauthorized' });
  });

  it('of an app are got when there is none, kept, and renewed when they end in the middle of a read', async () => {
    pipedrive = await openPipedrive(size, { secrets: app });
    const source = pipedrive.open();
    const { records } = await readStream(source, { stream: 'companies' }, () => {
      pipedrive.standIn.tokens.expireAll();
      return source;
    });
    expect(records).toHaveLength(600);
    expect(pipedrive.standIn.log.count('/oauth/token')).toBe(2);
    expect(pipedrive.context.kept.get('access-token')).toBe('Bearer access-2');
    await pipedrive.open().stages();
    expect(pipedrive.standIn.log.count('/oauth/token')).toBe(2);
  });

  it('that are none at all are asked for by the name of their variable', async () => {
    pipedrive = await openPipedrive(size, { secrets: {} });
    await expect(pipedrive.open().stages()).rejects.toMatchObject({
      code: 'connection.secret-missing',
      params: { variables: ['BESTFIT_PIPEDRIVE_TOKEN'] },
    });
  });

  it('are renewed at Pipedrive’s own address for tokens, elsewhere where the API is', async () => {
    const asked: unknown[] = [];
    const refresh = (origin: string) =>
      rules.refresh!({
        origin,
        secrets: { get: async (name) => app[name as keyof typeof app], set: async () => {} },
        post: async (path, _form, options) => {
          asked.push([path, options?.origin]);
          return { status: 200, headers: {}, body: { access_token: 'x' } };
        },
      });
    expect(await refresh('https://acme.pipedrive.com')).toBe('Bearer x');
    await refresh('https://gateway.example');
    expect(asked).toEqual([
      ['/oauth/token', 'https://oauth.pipedrive.com'],
      ['/oauth/token', 'https://gateway.example'],
    ]);
  });
});
