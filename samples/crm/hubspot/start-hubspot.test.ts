import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { companyWorld, createStandInClock, type StandInClock } from '../shared/index.ts';
import { hubspotSecrets } from './hubspot-tokens.ts';
import { type HubspotOptions, type HubspotStandIn, startHubspot } from './start-hubspot.ts';

const today = Date.UTC(2026, 8, 1, 12);
const world = companyWorld(3, { companies: 300, deals: 400, contacts: 500 }, today);
let clock: StandInClock;
let hubspot: HubspotStandIn;
let token: string = hubspotSecrets.privateToken;

async function start(options: Partial<HubspotOptions> = {}): Promise<void> {
  clock = createStandInClock(today);
  hubspot = await startHubspot({ world, now: clock.now, ...options });
  token = hubspotSecrets.privateToken;
}
async function restart(options: Partial<HubspotOptions>): Promise<void> {
  await hubspot.close();
  await start(options);
}
beforeEach(() => start());
afterEach(() => hubspot.close());

interface Reply {
  readonly status: number;
  // biome-ignore lint/suspicious/noExplicitAny: answers are looked into freely here
  readonly body: any; // oxlint-disable-line typescript/no-explicit-any
}

async function send(method: string, path: string, body?: unknown): Promise<Reply> {
  const answer = await fetch(`${hubspot.origin}${path}`, {
    method,
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await answer.text();
  return { status: answer.status, body: text.startsWith('{') ? JSON.parse(text) : text };
}
const get = (path: string) => send('GET', path);
const post = (path: string, body: unknown) => send('POST', path, body);
const companies = '/crm/objects/2026-09/companies';
const contacts = '/crm/objects/2026-09/contacts';

async function idsOf(path: string): Promise<readonly string[]> {
  const ids: string[] = [];
  for (let after: string | null = ''; after !== null; ) {
    const { body }: Reply = await get(`${path}${after === '' ? '' : `&after=${after}`}`);
    ids.push(...body.results.map((record: { id: string }) => record.id));
    after = body.paging?.next.after ?? null;
  }
  return ids;
}

describe('lists', () => {
  it('page through every record once', async () => {
    const ids = await idsOf(`${companies}?limit=100`);
    expect(ids).toHaveLength(300);
    expect(new Set(ids).size).toBe(300);
    expect(hubspot.log.count('GET /crm/objects/2026-09/companies')).toBe(3);
  });

  it('give texts and nulls, the properties asked for and those that always come', async () => {
    const { body } = await get(`${companies}?limit=1&properties=name,numberofemployees,nothing_such`);
    const [record] = body.results;
    expect(Object.keys(record.properties)).toEqual([
      'createdate',
      'hs_lastmodifieddate',
      'hs_object_id',
      'name',
      'numberofemployees',
    ]);
    expect(record.properties.hs_object_id).toBe(record.id);
    expect(record.archived).toBe(false);
    expect(body.paging.next.after).toMatch(/^\d+$/);
  });

  it('give associations and the history of stages', async () => {
    const path = '/crm/objects/2026-09/deals?limit=50&associations=companies,contacts';
    const { body } = await get(`${path}&propertiesWithHistory=dealstage&properties=dealstage`);
    const [deal] = body.results;
    expect(deal.associations.companies.results).toEqual([
      { id: expect.stringMatching(/^20000/), type: 'deal_to_company' },
    ]);
    const history = deal.propertiesWithHistory.dealstage;
    expect(history[0].value).toBe(deal.properties.dealstage);
    expect(history.at(-1).value).toBe('appointmentscheduled');
    expect((await get('/crm/objects/2026-09/deals?limit=51&propertiesWithHistory=dealstage')).status).toBe(
      400,
    );
  });

  it.each([
    `${companies}?limit=101`,
    `${companies}?offset=3`,
    `${companies}?archived=yes`,
    '/crm/objects/2026-09/butterflies',
    '/crm/owners/2026-09?limit=501',
    '/crm/properties/2026-09/companies?limit=3',
  ])('refuse what they do not know: %s', async (path) => {
    const { status, body } = await get(path);
    expect(status).toBe(400);
    expect(body).toMatchObject({ status: 'error', category: 'VALIDATION_ERROR' });
  });

  it('know no older version of the API', async () => {
    expect((await get('/crm/v3/objects/companies')).status).toBe(404);
  });

  it('refuse addresses that are too long', async () => {
    const names = Array.from({ length: 1000 }, (_, i) => `property_number_${i}`).join(',');
    expect((await get(`${companies}?properties=${names}`)).status).toBe(414);
  });
});

describe('archived and merged records', () => {
  it('are out of the list; archived ones have a list of their own', async () => {
    const [first] = await idsOf(`${companies}?limit=100`);
    hubspot.account.tables.companies.archive(0, clock.now());
    expect(await idsOf(`${companies}?limit=100`)).not.toContain(first);
    expect(await idsOf(`${companies}?limit=100&archived=true`)).toEqual([first]);
    const { body } = await get(`${companies}/${first}?archived=true`);
    expect(body).toMatchObject({ id: first, archived: true, archivedAt: new Date(today).toISOString() });
    expect((await get(`${companies}/${first}`)).status).toBe(404);
  });

  it('of a merge lead to a new id, with what was linked to them', async () => {
    const { companies: table } = hubspot.account.tables;
    const before = world.dealsOfCompany(0).length + world.dealsOfCompany(1).length;
    const merged = String(table.idOf(table.mergeAsNew([0, 1], clock.now())));
    const old = String(table.idOf(1));
    const { body } = await get(`${companies}/${old}?associations=deals&properties=hs_merged_object_ids`);
    expect(body.id).toBe(merged);
    expect(body.properties.hs_merged_object_ids).toBe(`${table.idOf(0)};${old}`);
    expect(body.associations.deals.results).toHaveLength(before);
    const links = await post('/crm/associations/2026-09/deals/companies/batch/read', {
      inputs: [{ id: String(hubspot.account.tables.deals.idOf(world.dealsOfCompany(1)[0]!)) }],
    });
    expect(links.body.results[0].to[0].toObjectId).toBe(Number(merged));
  });
});

describe('searches', () => {
  const search = (body: unknown, type = 'companies') => post(`/crm/objects/2026-09/${type}/search`, body);
  const since = (propertyName: string, value: string) => ({
    filterGroups: [{ filters: [{ propertyName, operator: 'GTE', value }] }],
    sorts: [{ propertyName: 'hs_object_id', direction: 'ASCENDING' }],
    limit: 200,
  });

  it('find by the date of the last change, which has another name for contacts', async () => {
    const when = '2026-01-01T00:00:00Z';
    const found = await search(since('hs_lastmodifieddate', when));
    expect(found.body.total).toBeGreaterThan(0);
    expect(found.body.total).toBeLessThan(300);
    const wrong = await search(since('hs_lastmodifieddate', when), 'contacts');
    expect(wrong).toMatchObject({ status: 200, body: { total: 0, results: [] } });
    const right = await search(since('lastmodifieddate', String(Date.parse(when))), 'contacts');
    expect(right.body.total).toBeGreaterThan(0);
  });

  it('page by offset, and by the id from where they stopped', async () => {
    const ids: string[] = [];
    for (let last = '0'; ; ) {
      const { body } = await search({
        ...since('hs_object_id', '0'),
        filterGroups: [{ filters: [{ propertyName: 'hs_object_id', operator: 'GT', value: last }] }],
        limit: 70,
      });
      if (body.results.length === 0) break;
      ids.push(...body.results.map((record: { id: string }) => record.id));
      last = ids.at(-1)!;
      clock.advance(1000);
    }
    expect(new Set(ids).size).toBe(300);
    const { body } = await search({ limit: 200 });
    expect(body).toMatchObject({ total: 300, paging: { next: { after: '200' } } });
  });

  it('show no more than 10,000 of one search', async () => {
    expect((await search({ limit: 200, after: '9800' })).status).toBe(200);
    expect((await search({ limit: 200, after: '10000' })).status).toBe(400);
  });

  it('do not know of a change until the index does', async () => {
    await restart({ indexLagMs: 5000 });
    const { companies: table } = hubspot.account.tables;
    const added = table.create({ name: 'New' }, clock.now());
    table.update(4, { city: 'Vigo' }, clock.now());
    const changed = since('hs_lastmodifieddate', String(clock.now()));
    expect((await search(changed)).body.total).toBe(0);
    clock.advance(5000);
    const later = await search(changed);
    expect(later.body.results.map((record: { id: string }) => Number(record.id)).sort()).toEqual([
      table.idOf(4),
      table.idOf(added),
    ]);
  });

  it.each([
    [{ limit: 201 }],
    [{ filters: [] }],
    [{ filterGroups: Array(6).fill({ filters: [{ propertyName: 'name', operator: 'HAS_PROPERTY' }] }) }],
    [{ filterGroups: [{ filters: [{ propertyName: 'nothing_such', operator: 'HAS_PROPERTY' }] }] }],
    [{ filterGroups: [{ filters: [{ propertyName: 'name', operator: 'LIKE', value: 'x' }] }] }],
    [{ sorts: ['name', 'city'] }],
    [{ properties: Array(200).fill('a_rather_long_name') }],
  ])('refuse what they do not know: %#', async (body) => {
    expect((await search(body)).status).toBe(400);
  });

  it('are let through five times a second, apart from the burst limit', async () => {
    const answers = await Promise.all([1, 2, 3, 4, 5, 6].map(() => search({ limit: 1 })));
    const refused = answers.filter(({ status }) => status === 429);
    expect(refused).toHaveLength(1);
    expect(refused[0]!.body).toMatchObject({
      errorType: 'RATE_LIMIT',
      message: 'You have reached your secondly limit.',
    });
    clock.advance(1000);
    expect((await search({ limit: 1 })).status).toBe(200);
  });
});

describe('batches', () => {
  const ids = () => [0, 1, 2].map((row) => String(hubspot.account.tables.companies.idOf(row)));
  const update = (inputs: unknown) => post(`${companies}/batch/update`, { inputs });

  it('read up to 100, and say which are not there', async () => {
    const known = ids();
    const { status, body } = await post(`${companies}/batch/read`, {
      properties: ['name'],
      propertiesWithHistory: [],
      inputs: [...known, '1'].map((id) => ({ id })),
    });
    expect(status).toBe(207);
    expect(body.results.map((record: { id: string }) => record.id)).toEqual(known);
    expect(body).toMatchObject({
      numErrors: 1,
      errors: [{ category: 'OBJECT_NOT_FOUND', context: { ids: ['1'] } }],
    });
    const many = Array.from({ length: 101 }, (_, i) => ({ id: String(i) }));
    expect((await post(`${companies}/batch/read`, { inputs: many })).status).toBe(400);
  });

  it('update some and name those that failed by their trace', async () => {
    const [a, b, c] = ids();
    hubspot.account.refusedWrites.set(`companies ${b}`, {
      category: 'VALIDATION_ERROR',
      message: 'Industry is required',
    });
    const properties = { booking_tool: 'Agendalia 2' };
    const inputs = [a, b, '999', c].map((id, i) => ({ id, properties, objectWriteTraceId: `t${i}` }));
    const { status, body } = await update(inputs);
    expect(status).toBe(207);
    expect(body.results.map((record: { objectWriteTraceId: string }) => record.objectWriteTraceId)).toEqual([
      't0',
      't3',
    ]);
    expect(body.errors.map((error: { context: object }) => error.context)).toEqual([
      { objectWriteTraceId: ['t1'] },
      { ids: ['999'], objectWriteTraceId: ['t2'] },
    ]);
    expect((await get(`${companies}/${a}?properties=booking_tool`)).body.properties).toMatchObject({
      booking_tool: 'Agendalia 2',
      hs_lastmodifieddate: new Date(today).toISOString(),
    });
  });

  it('fail whole for an id twice, a property that does not exist, a value of the wrong type', async () => {
    const [id] = ids();
    const twice = await update([
      { id, properties: {} },
      { id, properties: {} },
    ]);
    expect(twice).toMatchObject({ status: 400, body: { context: { ids: [id] } } });
    const unknown = await update([{ id, properties: { nothing_such: '1' } }]);
    expect(unknown).toMatchObject({ status: 400, body: { errors: [{ code: 'PROPERTY_DOESNT_EXIST' }] } });
    const wrong = await update([{ id, properties: { numberofemployees: 'many' } }]);
    expect(wrong).toMatchObject({ status: 400, body: { errors: [{ code: 'INVALID_NUMBER' }] } });
    expect((await update([{ id, properties: { numberofemployees: 12 } }])).status).toBe(400);
    expect((await update([{ id, properties: {}, extra: 1 }])).status).toBe(400);
  });

  it('do not move the date of a record whose values stay', async () => {
    const [id] = ids();
    const { body } = await get(`${companies}/${id}?properties=city`);
    const { city } = body.properties;
    const same = await update([{ id, properties: { city } }]);
    expect(same.body.results[0].updatedAt).toBe(body.updatedAt);
  });

  it('create, but no contact with an email that is taken', async () => {
    const taken = world.contact(8).email;
    const { status, body } = await post(`${contacts}/batch/create`, {
      inputs: [{ properties: { email: 'new@new.example' } }, { properties: { email: taken } }],
    });
    expect(status).toBe(207);
    expect(body.results[0].properties.email).toBe('new@new.example');
    const existing = String(hubspot.account.tables.contacts.idOf(8));
    expect(body.errors[0]).toMatchObject({
      category: 'CONFLICT',
      message: `Contact already exists. Existing ID: ${existing}`,
    });
    const again = await post(contacts, { properties: { email: 'new@new.example' } });
    expect(again).toMatchObject({ status: 409, body: { category: 'CONFLICT' } });
  });

  it('keep a moved stage in the history', async () => {
    const { deals } = hubspot.account.tables;
    const open = Array.from({ length: 400 }, (_, i) => i).find((row) => world.deal(row).outcome === 'open')!;
    const id = deals.idOf(open);
    await send('PATCH', `/crm/objects/2026-09/deals/${id}`, { properties: { dealstage: 'closedwon' } });
    const { body } = await get(`/crm/objects/2026-09/deals/${id}?propertiesWithHistory=dealstage`);
    expect(body.propertiesWithHistory.dealstage[0]).toMatchObject({ value: 'closedwon' });
    const wrong = await send('PATCH', `/crm/objects/2026-09/deals/${id}`, { properties: { dealstage: 'x' } });
    expect(wrong.body.errors[0].code).toBe('INVALID_OPTION');
  });

  it('delete nothing: there is no such request', async () => {
    const [id] = ids();
    expect((await send('DELETE', `${companies}/${id}`)).status).toBe(404);
    expect((await post(`${companies}/batch/archive`, { inputs: [{ id }] })).status).toBe(404);
  });
});

describe('associations', () => {
  const read = (from: string, to: string, inputs: readonly object[]) =>
    post(`/crm/associations/2026-09/${from}/${to}/batch/read`, { inputs });

  it('come for up to 1,000 records, with an error for each that has none', async () => {
    const { companies: table } = hubspot.account.tables;
    const inputs = [0, 299].map((row) => ({ id: String(table.idOf(row)) }));
    const { status, body } = await read('companies', 'deals', inputs);
    expect(status).toBe(207);
    expect(body.results[0].to).toHaveLength(world.dealsOfCompany(0).length);
    expect(body.errors[0]).toMatchObject({ subCategory: 'crm.associations.NO_ASSOCIATIONS_FOUND' });
    const many = Array.from({ length: 1001 }, (_, i) => ({ id: String(i) }));
    expect((await read('companies', 'deals', many)).status).toBe(400);
  });

  it('page within one record', async () => {
    await restart({ associationPage: 2 });
    const id = String(hubspot.account.tables.companies.idOf(0));
    const expected = world.dealsOfCompany(0).length;
    expect(expected).toBeGreaterThan(2);
    const found: number[] = [];
    for (let after: string | undefined = '0'; after !== undefined; ) {
      const { body }: Reply = await read('companies', 'deals', [{ id, after }]);
      found.push(...body.results[0].to.map((to: { toObjectId: number }) => to.toObjectId));
      after = body.results[0].paging?.next.after;
    }
    expect(new Set(found).size).toBe(expected);
  });

  it('change without moving the date of the record', async () => {
    const { deals, companies: table, dealCompany } = hubspot.account.tables;
    const before = await get(`/crm/objects/2026-09/deals/${deals.idOf(0)}`);
    dealCompany.move(0, 250);
    const after = await get(`/crm/objects/2026-09/deals/${deals.idOf(0)}?associations=companies`);
    expect(after.body.updatedAt).toBe(before.body.updatedAt);
    expect(after.body.associations.companies.results[0].id).toBe(String(table.idOf(250)));
    const back = await read('companies', 'deals', [{ id: String(table.idOf(250)) }]);
    expect(back.body.results[0].to[0].toObjectId).toBe(deals.idOf(0));
  });
});

describe('settings', () => {
  const fit = {
    name: 'bestfit_fit',
    label: 'Fit',
    type: 'number',
    fieldType: 'number',
    groupName: 'bestfit',
  };

  it('list properties, stages and owners', async () => {
    const { body } = await get('/crm/properties/2026-09/deals');
    const stage = body.results.find((property: { name: string }) => property.name === 'dealstage');
    expect(stage).toMatchObject({ type: 'enumeration', hubspotDefined: true });
    const stages = (await get('/crm/pipelines/2026-09/deals')).body.results[0].stages;
    expect(stages.map((each: { metadata: object }) => each.metadata).slice(3)).toEqual([
      { isClosed: 'false', probability: '0.9' },
      { isClosed: 'true', probability: '1.0' },
      { isClosed: 'true', probability: '0.0' },
    ]);
    const owners = await idsOf('/crm/owners/2026-09?limit=2');
    expect(owners).toHaveLength(5);
    expect(
      (await get(`${companies}?limit=1&properties=hubspot_owner_id`)).body.results[0].properties,
    ).toHaveProperty(
      'hubspot_owner_id',
      expect.toSatisfy((id: string) => owners.includes(id)),
    );
    expect((await get('/account-info/2026-09/details')).body.companyCurrency).toBe('EUR');
  });

  it('create a property once, in a group that exists', async () => {
    const path = '/crm/properties/2026-09/companies';
    expect((await post(path, fit)).status).toBe(400);
    expect((await post(`${path}/groups`, { name: 'bestfit', label: 'Bestfit' })).status).toBe(201);
    expect((await post(path, fit)).status).toBe(201);
    expect(await post(path, fit)).toMatchObject({ status: 409, body: { category: 'OBJECT_ALREADY_EXISTS' } });
    const both = await post(`${path}/batch/create`, { inputs: [fit, { ...fit, name: 'bestfit_tier' }] });
    expect(both).toMatchObject({ status: 207, body: { numErrors: 1, results: [{ name: 'bestfit_tier' }] } });
    expect((await get(`${path}/bestfit_fit`)).body.name).toBe('bestfit_fit');
  });
});

describe('limits', () => {
  it('refuse a burst, and let go as time passes', async () => {
    await restart({ plan: { burst: 3, daily: 100, search: 5 } });
    const statuses = [];
    for (let i = 0; i < 4; i++) statuses.push((await get('/crm/owners/2026-09')).status);
    expect(statuses).toEqual([200, 200, 200, 429]);
    expect((await get('/crm/owners/2026-09')).body.policyName).toBe('TEN_SECONDLY_ROLLING');
    clock.advance(10_000);
    expect((await get('/crm/owners/2026-09')).status).toBe(200);
  });

  it('refuse when the day is used up, and begin anew at midnight', async () => {
    await restart({ plan: { burst: 100, daily: 2, search: 5 } });
    await get('/crm/owners/2026-09');
    const answer = await fetch(`${hubspot.origin}/crm/owners/2026-09`, {
      headers: { authorization: `Bearer ${token}` },
    });
    expect(answer.headers.get('x-hubspot-ratelimit-daily-remaining')).toBe('0');
    expect(await get('/crm/owners/2026-09')).toMatchObject({
      status: 429,
      body: { policyName: 'DAILY', message: 'You have reached your daily limit.' },
    });
    expect(hubspot.usedToday()).toBe(2);
    clock.advance(12 * 3_600_000);
    expect((await get('/crm/owners/2026-09')).status).toBe(200);
  });
});

describe('tokens', () => {
  async function refresh(form: Readonly<Record<string, string>> = {}): Promise<Reply> {
    const { clientId, clientSecret, refreshToken } = hubspotSecrets;
    const all = { grant_type: 'refresh_token', client_id: clientId, client_secret: clientSecret };
    const answer = await fetch(`${hubspot.origin}/oauth/2026-03/token`, {
      method: 'POST',
      body: new URLSearchParams({ ...all, refresh_token: refreshToken, ...form }),
    });
    return { status: answer.status, body: await answer.json() };
  }

  it('of an app end after half an hour and are renewed', async () => {
    token = (await refresh()).body.access_token;
    expect((await get('/crm/owners/2026-09')).status).toBe(200);
    clock.advance(1_800_000);
    expect(await get('/crm/owners/2026-09')).toMatchObject({
      status: 401,
      body: { category: 'EXPIRED_AUTHENTICATION' },
    });
    token = (await refresh()).body.access_token;
    expect((await get('/crm/owners/2026-09')).status).toBe(200);
    expect((await refresh({ refresh_token: 'other' })).body.category).toBe('BAD_REFRESH_TOKEN');
    expect((await refresh({ scope: 'all' })).status).toBe(400);
  });

  it('that are unknown or taken away open nothing', async () => {
    hubspot.tokens.revokePrivate();
    expect(await get('/crm/owners/2026-09')).toMatchObject({
      status: 401,
      body: { category: 'INVALID_AUTHENTICATION' },
    });
  });

  it('may see only some kinds of records', async () => {
    await restart({ hidden: ['contacts'] });
    expect(await get(contacts)).toMatchObject({ status: 403, body: { category: 'MISSING_SCOPES' } });
    expect((await get(companies)).status).toBe(200);
  });
});

describe('faults and change', () => {
  it('come in HubSpot’s own form', async () => {
    hubspot.faults.add({ kind: 'rate-limit' }, { at: 'nth', n: 1, endpoint: null });
    hubspot.faults.add({ kind: 'unauthorized' }, { at: 'nth', n: 2, endpoint: null });
    hubspot.faults.add({ kind: 'server-error', status: 500 }, { at: 'nth', n: 3, endpoint: null });
    hubspot.faults.add({ kind: 'server-error', status: 502 }, { at: 'nth', n: 4, endpoint: null });
    const answers = [];
    for (let i = 0; i < 4; i++) answers.push(await get(companies));
    expect(answers.map(({ status }) => status)).toEqual([429, 401, 500, 502]);
    expect(answers[0]!.body.errorType).toBe('RATE_LIMIT');
    expect(answers[3]!.body).toContain('<html>');
    hubspot.faults.add({ kind: 'server-error', status: 477 }, { at: 'nth', n: 1, endpoint: null });
    const moving = await fetch(`${hubspot.origin}${companies}`);
    expect([moving.status, moving.headers.get('retry-after')]).toEqual([477, '5']);
  });

  it('one percent of a day: added, changed, merged, archived', async () => {
    clock.advance(60_000);
    const changed = hubspot.changeShare(0.1, 1);
    expect(changed.companies.changed).toHaveLength(21);
    expect(changed.companies.added).toHaveLength(6);
    expect(changed.companies.deleted).toHaveLength(3);
    expect(changed.companies.merged).toHaveLength(4);
    expect(changed.companies.into).toHaveLength(2);
    expect(await idsOf(`${companies}?limit=100`)).toHaveLength(300 + 6 + 2 - 3 - 4);
    expect(await idsOf(`${companies}?limit=100&archived=true`)).toHaveLength(3);
    const { body } = await post(`${companies}/search`, {
      filterGroups: [
        { filters: [{ propertyName: 'hs_lastmodifieddate', operator: 'GTE', value: String(clock.now()) }] },
      ],
      limit: 100,
    });
    expect(body.total).toBe(21 + 6 + 2);
    const { deals } = hubspot.account.tables;
    const links = await post('/crm/associations/2026-09/deals/companies/batch/read', {
      inputs: changed.deals.added.map((row) => ({ id: String(deals.idOf(row)) })),
    });
    expect(links.body.results.length).toBeGreaterThan(changed.deals.added.length * 0.8);
  });
});
