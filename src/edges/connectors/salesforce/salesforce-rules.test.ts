import { describe, expect, it } from 'vitest';
import { BestfitError } from '../../../base/errors/index.ts';
import { salesforceRules } from './salesforce-rules.ts';

const answer = (status: number, body: unknown, headers: Readonly<Record<string, string>> = {}) => ({
  status,
  body,
  headers,
});
const refusal = (errorCode: string, message = 'words') => [{ errorCode, message }];
const { judge, usageOf } = salesforceRules;
const refresh = salesforceRules.refresh!;

describe('answers of Salesforce', () => {
  it('401 is a session that ended', () => {
    expect(judge(answer(401, refusal('INVALID_SESSION_ID')))).toEqual({ kind: 'token' });
  });

  it('403 is a spent day, too many requests at once, or a right that is missing', () => {
    const limit = (message: string) => judge(answer(403, refusal('REQUEST_LIMIT_EXCEEDED', message)));
    expect(limit('TotalRequests Limit exceeded.')).toEqual({ kind: 'spent', resetsAt: null });
    expect(limit('ConcurrentRequests (Concurrent API Requests) Limit exceeded.')).toMatchObject({
      kind: 'wait',
      sure: true,
    });
    expect(judge(answer(403, refusal('API_DISABLED_FOR_ORG', 'API is off')))).toEqual({
      kind: 'forbidden',
      missing: 'API is off',
    });
  });

  it('that pass by are waited for, as long as they say', () => {
    expect(judge(answer(503, refusal('SERVER_UNAVAILABLE'), { 'retry-after': '7' }))).toMatchObject({
      kind: 'wait',
      seconds: 7,
      sure: true,
    });
    expect(judge(answer(502, '<html>'))).toMatchObject({ kind: 'wait', seconds: null, sure: false });
    expect(judge(answer(420, ''))).toMatchObject({ kind: 'wait', sure: true });
    expect(judge(answer(400, refusal('UNABLE_TO_LOCK_ROW')))).toMatchObject({ kind: 'wait' });
  });

  it('that refuse keep Salesforce’s code and words', () => {
    expect(judge(answer(400, refusal('INVALID_FIELD', 'No such column')))).toEqual({
      kind: 'refused',
      code: 'INVALID_FIELD',
      message: 'No such column',
    });
    expect(judge(answer(400, { error: 'invalid_grant', error_description: 'expired' }))).toMatchObject({
      code: 'invalid_grant',
      message: 'expired',
    });
    expect(judge(answer(404, 'nothing'))).toMatchObject({ code: 'HTTP_404' });
  });

  it('tell what is used of the 24 hours', () => {
    const told = (value: string) => usageOf(answer(200, null, { 'sforce-limit-info': value }));
    expect(told('api-usage=10018/100000')).toEqual({ used: 10_018, limit: 100_000 });
    expect(told('per-app-api-usage=17/250(appName=x), api-usage=25/5000')).toEqual({ used: 25, limit: 5000 });
    expect(told('per-app-api-usage=17/250(appName=x)')).toBeNull();
    expect(usageOf(answer(200, null))).toBeNull();
  });
});

describe('sessions', () => {
  const io = (
    given: Readonly<Record<string, string>>,
    body: unknown,
    origin = 'https://acme.my.salesforce.com',
  ) => {
    const kept: Record<string, string> = { ...given };
    const forms: Readonly<Record<string, string>>[] = [];
    return {
      kept,
      forms,
      secrets: {
        get: async (name: string) => kept[name] ?? null,
        set: async (name: string, value: string) => {
          kept[name] = value;
        },
      },
      origin,
      post: async (_path: string, form: Readonly<Record<string, string>>) => {
        forms.push(form);
        return { status: 200, headers: {}, body };
      },
    };
  };
  const client = { 'client-id': 'id', 'client-secret': 'secret' };

  it('are opened by the refresh token, and a new one that comes is kept', async () => {
    const given = io(
      { ...client, 'refresh-token': 'old' },
      { access_token: 'session', refresh_token: 'new' },
    );
    expect(await refresh(given)).toBe('session');
    expect(given.forms[0]).toMatchObject({ grant_type: 'refresh_token', refresh_token: 'old' });
    expect(given.kept['refresh-token']).toBe('new');
  });

  it('are opened by the client’s own credentials without one', async () => {
    const given = io(client, { access_token: 'session' });
    expect(await refresh(given)).toBe('session');
    expect(given.forms).toEqual([
      { grant_type: 'client_credentials', client_id: 'id', client_secret: 'secret' },
    ]);
  });

  it('need the client’s secrets, and the org’s own address', async () => {
    expect(await errorCode(refresh(io({ 'client-id': 'id' }, {})))).toBe('connection.secret-missing');
    expect(await errorCode(refresh(io(client, {})))).toBe('connection.unauthorized');
    const body = { access_token: 'session', instance_url: 'https://acme.my.salesforce.com' };
    expect(await errorCode(refresh(io(client, body, 'https://login.salesforce.com')))).toBe(
      'connection.bad-origin',
    );
  });
});

async function errorCode(work: Promise<unknown>): Promise<string> {
  return work.then(
    () => 'none',
    (error: unknown) => (error instanceof BestfitError ? error.code : String(error)),
  );
}
