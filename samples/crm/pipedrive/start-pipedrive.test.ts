import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { companyWorld, createStandInClock, type StandInClock } from '../shared/index.ts';
import { customCodes } from './pipedrive-fields.ts';
import { pipedrivePlan } from './pipedrive-limits.ts';
import { pipedriveSecrets } from './pipedrive-tokens.ts';
import { type PipedriveOptions, type PipedriveStandIn, startPipedrive } from './start-pipedrive.ts';

const today = Date.UTC(2026, 8, 1, 12);
const world = companyWorld(3, { companies: 200, deals: 400, contacts: 300 }, today);
let clock: StandInClock;
let pipedrive: PipedriveStandIn;

async function start(options: Partial<PipedriveOptions> = {}): Promise<void> {
  clock = createStandInClock(today);
  pipedrive = await startPipedrive({ world, now: clock.now, ...options });
}
async function restart(options: Partial<PipedriveOptions>): Promise<void> {
  await pipedrive.close();
  await start(options);
}
beforeEach(() => start());
afterEach(() => pipedrive.close());

interface Reply {
  readonly status: number;
  readonly headers: Headers;
  // biome-ignore lint/suspicious/noExplicitAny: answers are looked into freely here
  readonly body: any; // oxlint-disable-line typescript/no-explicit-any
}

async function send(method: string, path: string, body?: unknown): Promise<Reply> {
  const answer = await fetch(`${pipedrive.origin}/api/${path}`, {
    method,
    headers: { 'x-api-token': pipedriveSecrets.apiToken, 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await answer.text();
  return {
    status: answer.status,
    headers: answer.headers,
    body: text.startsWith('{') ? JSON.parse(text) : text,
  };
}
const get = (path: string) => send('GET', path);

async function walk(path: string): Promise<readonly { readonly id: number }[]> {
  const all: { readonly id: number }[] = [];
  for (let cursor: string | null = ''; cursor !== null; ) {
    const { body }: Reply = await get(`${path}${cursor === '' ? '' : `&cursor=${cursor}`}`);
    all.push(...body.data);
    cursor = body.additional_data.next_cursor;
  }
  return all;
}
const idsOf = async (path: string) => (await walk(path)).map(({ id }) => id);

describe('lists', () => {
  it.each(['id', 'update_time', 'add_time'])(
    'page by cursor through every record once, by %s',
    async (by) => {
      for (const direction of ['asc', 'desc']) {
        const ids = await idsOf(`v2/organizations?limit=70&sort_by=${by}&sort_direction=${direction}`);
        expect(ids).toHaveLength(200);
        expect(new Set(ids).size).toBe(200);
      }
    },
  );

  it('end with a null cursor, exactly on a full last page too', async () => {
    const { body } = await get('v2/organizations?limit=200');
    expect(body.data).toHaveLength(200);
    expect(body.additional_data).toEqual({ next_cursor: null });
  });

  it('give deals with their links, status and times in whole seconds', async () => {
    const won = (await walk('v2/deals?status=won&limit=500')) as readonly Record<string, unknown>[];
    expect(won.length).toBeGreaterThan(10);
    for (const deal of won) {
      expect(deal).toMatchObject({ status: 'won', is_deleted: false, lost_time: null });
      expect(deal.won_time).toMatch(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/);
      expect(deal.org_id).toBe(world.companyOfDeal(Number(deal.id) - 1) + 1);
    }
  });

  it('give options as ids, or as labels when asked', async () => {
    const path = `v2/organizations?limit=10&custom_fields=${customCodes.bookingTool},${customCodes.specialties}`;
    const plain = (await get(path)).body.data[0].custom_fields;
    const named = (await get(`${path}&include_option_labels=true`)).body.data[0].custom_fields;
    expect(Object.keys(plain).sort()).toEqual([customCodes.bookingTool, customCodes.specialties]);
    expect(plain[customCodes.specialties]).toEqual([301, 303]);
    expect(named[customCodes.specialties]).toEqual([
      { id: 301, label: 'General' },
      { id: 303, label: 'Family' },
    ]);
  });

  it('find what changed since a moment, that moment included', async () => {
    clock.advance(1700);
    pipedrive.account.tables.companies.update(3, { employee_count: 5 }, clock.now());
    expect(await idsOf('v2/organizations?updated_since=2026-09-01T12:00:01Z')).toEqual([4]);
    expect(await idsOf('v2/organizations?updated_since=2026-09-01T12:00:02Z')).toEqual([]);
    expect(await idsOf('v2/organizations?updated_since=2026-09-01T14:00:01%2B02:00')).toEqual([4]);
  });

  it('do not find old organizations without a date of last change since any moment', async () => {
    const all = (await walk('v2/organizations?limit=500')) as readonly Record<string, unknown>[];
    const undated = all.filter((organization) => organization.update_time === null);
    expect(undated).toHaveLength(5);
    expect(await idsOf('v2/organizations?limit=500&updated_since=1990-01-01T00:00:00Z')).toHaveLength(195);
  });

  it('keep archived deals in a list of their own', async () => {
    const open = await idsOf('v2/deals?limit=500');
    const archived = await idsOf('v2/deals/archived?limit=500');
    expect(archived.length).toBeGreaterThan(0);
    expect(open.length + archived.length).toBe(400);
    expect(open.filter((id) => archived.includes(id))).toEqual([]);
  });

  it('filter by ids, stage, organization and person', async () => {
    expect(await idsOf('v2/organizations?ids=3,5,9999')).toEqual([3, 5]);
    const expected = world.dealsOfCompany(0).map((row) => row + 1);
    const found = [...(await idsOf('v2/deals?org_id=1')), ...(await idsOf('v2/deals/archived?org_id=1'))];
    expect(found.sort((a, b) => a - b)).toEqual(expected);
    expect(await idsOf('v2/persons?org_id=2')).toEqual(world.contactsOfCompany(1).map((row) => row + 1));
  });

  it.each([
    'v2/organizations?limit=501',
    'v2/organizations?start=100',
    'v2/organizations?updated_since=2026-09-01T12:00:01.500Z',
    'v2/organizations?updated_since=2026-09-01%2012:00:01',
    'v2/organizations?cursor=abc',
    'v2/organizations?status=open',
    'v2/deals?status=archived',
    `v2/deals?ids=${Array.from({ length: 101 }, (_, i) => i).join()}`,
    `v2/deals?custom_fields=${Array.from({ length: 16 }, (_, i) => `k${i}`).join()}`,
    'v2/stages?sort=1',
  ])('refuse what they do not know: %s', async (path) => {
    const { status, body } = await get(path);
    expect(status).toBe(400);
    expect(body).toMatchObject({ success: false, errorCode: 400 });
  });

  it('know the old lists no longer', async () => {
    for (const path of ['v1/organizations', 'v1/deals', 'v1/persons', 'v1/recents'])
      expect((await get(path)).status).toBe(404);
  });
});

describe('deleted and merged records', () => {
  it('of organizations only a walk over all ids misses; of deals a list tells for 30 days', async () => {
    const { companies, deals } = pipedrive.account.tables;
    companies.archive(4, clock.now());
    deals.archive(6, clock.now());
    expect(await idsOf('v2/organizations?limit=500')).not.toContain(5);
    expect((await get('v2/organizations/5')).body.data.is_deleted).toBe(true);
    expect(await idsOf('v2/deals?limit=500')).not.toContain(7);
    expect(await idsOf('v2/deals?limit=500&status=deleted')).toEqual([7]);
    clock.advance(31 * 24 * 3_600_000);
    expect(await idsOf('v2/deals?limit=500&status=deleted')).toEqual([]);
    expect((await get('v2/organizations/5')).status).toBe(404);
  });

  it('of a merge keep one id; what was linked to the other moves', async () => {
    pipedrive.account.tables.companies.merge([0, 1], clock.now());
    expect((await get('v2/organizations/2')).status).toBe(404);
    const moved = world.dealsOfCompany(1)[0]! + 1;
    expect((await get(`v2/deals/${moved}`)).body.data.org_id).toBe(1);
  });
});

describe('writes', () => {
  const path = 'v2/organizations/1';
  const set = (custom: Record<string, unknown>) => send('PATCH', path, { custom_fields: custom });

  it('change a field and the date of last change', async () => {
    const { status, body } = await set({ [customCodes.founded]: 1999 });
    expect(status).toBe(200);
    expect(body.data).toMatchObject({
      update_time: '2026-09-01T12:00:00Z',
      custom_fields: { [customCodes.founded]: 1999 },
    });
  });

  it('clear a set with null, not with nothing in it', async () => {
    expect((await set({ [customCodes.specialties]: [] })).status).toBe(400);
    const { body } = await set({ [customCodes.specialties]: null });
    expect(body.data.custom_fields[customCodes.specialties]).toBeNull();
  });

  it.each([
    { [customCodes.bookingTool]: 'Agendalia' },
    { [customCodes.bookingTool]: 999 },
    { [customCodes.founded]: '1999' },
    { unknown_code: 1 },
  ])('refuse a value that the field cannot hold: %j', async (custom) => {
    expect((await set(custom)).status).toBe(400);
  });

  it('refuse a key that does not exist, a record that is gone, and know no deletion', async () => {
    expect((await send('PATCH', path, { nothing_such: 1 })).status).toBe(400);
    expect((await send('PATCH', 'v2/organizations/9999', { name: 'x' })).status).toBe(404);
    expect((await send('DELETE', path)).status).toBe(404);
  });

  it('create a field with options, whose codes and ids Pipedrive chooses', async () => {
    const field = { field_name: 'Tier', field_type: 'enum', options: [{ label: 'A' }, { label: 'B' }] };
    const { body } = await send('POST', 'v2/organizationFields', field);
    expect(body.data.field_code).toMatch(/^[0-9a-f]{40}$/);
    const [first] = body.data.options;
    const written = await set({ [body.data.field_code]: first.id });
    expect(written.body.data.custom_fields[body.data.field_code]).toBe(first.id);
    const fields = (await walk('v2/organizationFields?limit=5')) as readonly { field_code?: string }[];
    expect(fields.map(({ field_code }) => field_code)).toContain(body.data.field_code);
    const options = `v2/organizationFields/${body.data.field_code}/options`;
    const more = await send('POST', options, [{ label: 'C' }]);
    expect(more.body.data).toEqual([{ id: expect.any(Number), label: 'C' }]);
    const third = { [body.data.field_code]: more.body.data[0].id };
    expect((await set(third)).status).toBe(200);
    expect((await send('POST', options, [])).status).toBe(400);
    expect((await send('POST', 'v2/organizationFields/name/options', [{ label: 'C' }])).status).toBe(404);
    const without = { field_name: 'Tier', field_type: 'enum' };
    expect((await send('POST', 'v2/organizationFields', without)).status).toBe(400);
  });
});

describe('settings', () => {
  it('list stages, pipelines, users and the history of a deal', async () => {
    expect((await get('v2/stages?pipeline_id=1')).body.data).toHaveLength(4);
    expect((await get('v2/pipelines')).body.data).toHaveLength(1);
    expect((await get('v1/users')).body.data).toHaveLength(5);
    expect((await get('v1/users/me')).body.data).toMatchObject({ company_name: 'Seller', is_you: true });
    const row = Array.from({ length: 400 }, (_, i) => i).find((i) => world.deal(i).stages.length > 3)!;
    const { body } = await get(`v1/deals/${row + 1}/flow?items=dealChange`);
    const times = body.data.map(({ timestamp }: { timestamp: string }) => timestamp);
    expect(times).toEqual([...times].sort().reverse());
    expect(body.data[0].data.field_key).toBe('stage_id');
    expect(body.additional_data.pagination.more_items_in_collection).toBe(false);
  });
});

describe('limits', () => {
  it('count tokens by what a request costs', async () => {
    const costs: Record<string, number> = {};
    for (const path of [
      'v2/deals?limit=1',
      'v2/deals/2',
      'v2/deals/archived?limit=1',
      'v2/stages',
      'v1/users',
      'v1/users/me',
    ]) {
      const before = pipedrive.spentToday();
      await get(path);
      costs[path] = pipedrive.spentToday() - before;
    }
    expect(Object.values(costs)).toEqual([10, 1, 20, 5, 20, 2]);
  });

  it('refuse when the tokens of the day are used up, until midnight', async () => {
    await restart({ plan: { burst: 100, dailyTokens: 11 } });
    const first = await get('v2/deals?limit=1');
    expect(first.headers.get('x-daily-ratelimit-token-remaining')).toBe('1');
    const refused = await get('v2/deals?limit=1');
    expect(refused.status).toBe(429);
    expect(refused.headers.get('x-daily-ratelimit-token-remaining')).toBe('0');
    clock.advance(12 * 3_600_000);
    expect((await get('v2/deals?limit=1')).status).toBe(200);
  });

  it('refuse a burst with the seconds to wait, and block who does not wait', async () => {
    await restart({ plan: { burst: 2, dailyTokens: 10_000 } });
    for (let i = 0; i < 2; i++) expect((await get('v2/deals/2')).status).toBe(200);
    const refused = await get('v2/deals/2');
    expect(refused.status).toBe(429);
    expect(refused.headers.get('x-ratelimit-reset')).toBe('2');
    expect(refused.headers.get('retry-after')).toBeNull();
    for (let i = 0; i < 30; i++) await get('v2/deals/2');
    clock.advance(2000);
    const blocked = await get('v2/deals/2');
    expect(blocked.status).toBe(403);
    expect(blocked.body).toContain('<html>');
    clock.advance(60_000);
    expect((await get('v2/deals/2')).status).toBe(200);
  });

  it('of the published plans', () => {
    expect(pipedrivePlan('lite', 1)).toEqual({ burst: 20, dailyTokens: 30_000 });
    expect(pipedrivePlan('ultimate', 2)).toEqual({ burst: 120, dailyTokens: 420_000 });
  });
});

describe('tokens', () => {
  async function refresh(form: Readonly<Record<string, string>> = {}): Promise<Reply> {
    const { clientId, clientSecret, refreshToken } = pipedriveSecrets;
    const answer = await fetch(`${pipedrive.origin}/oauth/token`, {
      method: 'POST',
      headers: { authorization: `Basic ${Buffer.from(`${clientId}:${clientSecret}`).toString('base64')}` },
      body: new URLSearchParams({ grant_type: 'refresh_token', refresh_token: refreshToken, ...form }),
    });
    return { status: answer.status, headers: answer.headers, body: await answer.json() };
  }

  it('of an app end after an hour and are renewed; the answer names the company’s own address', async () => {
    const { body } = await refresh();
    expect(body.api_domain).toBe(pipedrive.origin);
    const ask = () =>
      fetch(`${pipedrive.origin}/api/v2/stages`, {
        headers: { authorization: `Bearer ${body.access_token}` },
      });
    expect((await ask()).status).toBe(200);
    clock.advance(3_600_000);
    const refused = await ask();
    expect(refused.status).toBe(401);
    expect(await refused.json()).toMatchObject({ success: false, error: 'unauthorized access' });
    expect((await refresh({ refresh_token: 'other' })).status).toBe(400);
  });
});

describe('faults and change', () => {
  it('come in Pipedrive’s own form', async () => {
    pipedrive.faults.add({ kind: 'rate-limit' }, { at: 'nth', n: 1, endpoint: null });
    pipedrive.faults.add({ kind: 'server-error', status: 503 }, { at: 'nth', n: 2, endpoint: null });
    const limited = await get('v2/stages');
    expect([limited.status, limited.headers.get('x-ratelimit-reset')]).toEqual([429, '2']);
    expect((await get('v2/stages')).status).toBe(503);
  });

  it('of a day: added, changed, merged, deleted', async () => {
    clock.advance(60_000);
    const { companies } = pipedrive.changeShare(0.2, 1);
    expect(companies.merged).toHaveLength(2);
    const ids = await idsOf('v2/organizations?limit=500');
    expect(ids).toHaveLength(
      200 + companies.added.length - companies.deleted.length - companies.merged.length,
    );
    const since = await idsOf('v2/organizations?limit=500&updated_since=2026-09-01T12:01:00Z');
    const { added, changed, into } = companies;
    expect(since).toHaveLength(added.length + changed.length + into.length);
  });
});
