import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { companyWorld, createStandInClock, type StandInClock } from '../shared/index.ts';
import { readCsv } from './csv-lines.ts';
import { idOfRow } from './salesforce-account.ts';
import { salesforceSecrets } from './salesforce-tokens.ts';
import { type SalesforceOptions, type SalesforceStandIn, startSalesforce } from './start-salesforce.ts';

const today = Date.UTC(2026, 8, 1, 12);
const world = companyWorld(3, { companies: 450, deals: 500, contacts: 460 }, today);
let clock: StandInClock;
let salesforce: SalesforceStandIn;
let session = '';

async function start(options: Partial<SalesforceOptions> = {}): Promise<void> {
  clock = createStandInClock(today);
  salesforce = await startSalesforce({ world, now: clock.now, ...options });
  session = salesforce.tokens.open();
}
async function restart(options: Partial<SalesforceOptions>): Promise<void> {
  await salesforce.close();
  await start(options);
}
beforeEach(() => start());
afterEach(() => salesforce.close());

interface Reply {
  readonly status: number;
  readonly headers: Headers;
  // biome-ignore lint/suspicious/noExplicitAny: answers are looked into freely here
  readonly body: any; // oxlint-disable-line typescript/no-explicit-any
}
const root = '/services/data/v62.0';

async function ask(path: string, init: RequestInit = {}): Promise<Reply> {
  const answer = await fetch(`${salesforce.origin}${path.startsWith('/') ? path : `${root}/${path}`}`, {
    ...init,
    headers: { authorization: `Bearer ${session}`, 'content-type': 'application/json', ...init.headers },
  });
  const text = await answer.text();
  const body = /^[[{]/.test(text) ? JSON.parse(text) : text;
  return { status: answer.status, headers: answer.headers, body };
}
const send = (method: string, path: string, body: unknown) =>
  ask(path, { method, body: JSON.stringify(body) });
const soql = (query: string, all = false) => ask(`query${all ? 'All' : ''}?q=${encodeURIComponent(query)}`);
const accountId = (row: number) => idOfRow(salesforce.account, 'Account', row);

describe('queries', () => {
  it('page by nextRecordsUrl until done', async () => {
    const all: { Id: string }[] = [];
    let { body }: Reply = await ask(`query?q=${encodeURIComponent('SELECT Id, Name FROM Account')}`, {
      headers: { 'sforce-query-options': 'batchSize=200' },
    });
    expect(body).toMatchObject({ totalSize: 450, done: false });
    for (;;) {
      all.push(...body.records);
      if (body.done) break;
      ({ body } = await ask(body.nextRecordsUrl));
    }
    expect(new Set(all.map(({ Id }) => Id)).size).toBe(450);
    expect(all[0]).toMatchObject({
      attributes: { type: 'Account', url: `${root}/sobjects/Account/${accountId(0)}` },
    });
  });

  it('find by conditions, in an order, up to a limit', async () => {
    const query = `SELECT Id, Amount, StageName FROM Opportunity WHERE (StageName = 'Closed Won' OR StageName LIKE 'Pros%')
      AND Amount >= 3000 AND NOT Amount = null ORDER BY Amount DESC LIMIT 20`;
    const { body } = await soql(query);
    const amounts = body.records.map(({ Amount }: { Amount: number }) => Amount);
    expect(amounts).toHaveLength(20);
    expect(amounts).toEqual([...amounts].sort((a, b) => b - a));
    const ids = [0, 7].map((row) => `'${accountId(row)}'`).join();
    expect((await soql(`SELECT Id FROM Account WHERE Id IN (${ids})`)).body.totalSize).toBe(2);
    expect((await soql(`SELECT Id FROM Account WHERE Id NOT IN (${ids})`)).body.totalSize).toBe(448);
    expect((await soql('SELECT COUNT() FROM Contact')).body).toEqual({
      totalSize: 460,
      done: true,
      records: [],
    });
  });

  it('find what changed since a moment, ties included, and a row that was committed late', async () => {
    const { companies } = salesforce.account.tables;
    clock.advance(60_000);
    companies.update(2, { Website: 'a.example' }, clock.now());
    companies.update(3, { Website: 'b.example' }, clock.now() - 10_000);
    const since = (moment: string, sign: string) =>
      soql(`SELECT Id FROM Account WHERE SystemModstamp ${sign} ${moment} ORDER BY SystemModstamp, Id`);
    const found = await since('2026-09-01T12:01:00Z', '>=');
    expect(found.body.records.map(({ Id }: { Id: string }) => Id)).toEqual([accountId(2)]);
    expect((await since('2026-09-01T12:01:00.000Z', '>')).body.totalSize).toBe(0);
    expect((await since('2026-09-01T12:00:30Z', '>=')).body.totalSize).toBe(2);
  });

  it('show a formula’s new result without a new SystemModstamp', async () => {
    const ask1 = () => soql(`SELECT Age_Days__c, SystemModstamp FROM Account WHERE Id = '${accountId(5)}'`);
    const [before] = (await ask1()).body.records;
    clock.advance(24 * 3_600_000);
    session = salesforce.tokens.open();
    const [after] = (await ask1()).body.records;
    expect(after.Age_Days__c).toBe(before.Age_Days__c + 1);
    expect(after.SystemModstamp).toBe(before.SystemModstamp);
  });

  it('of the history of opportunities tell when each stage was entered', async () => {
    const { body } = await soql('SELECT OpportunityId, StageName, CreatedDate FROM OpportunityHistory');
    expect(body.totalSize).toBe(
      Array.from({ length: 500 }, (_, i) => world.deal(i).stages.length).reduce((a, b) => a + b),
    );
    const stages = await soql('SELECT ApiName, IsWon, IsClosed FROM OpportunityStage ORDER BY SortOrder');
    expect(stages.body.records.at(-2)).toMatchObject({ ApiName: 'Closed Won', IsWon: true, IsClosed: true });
    expect((await soql('SELECT Id, Name, Email FROM User')).body.totalSize).toBe(5);
  });

  it.each([
    ['SELECT Nam FROM Account', 'INVALID_FIELD'],
    ['SELECT Id FROM Accout', 'INVALID_TYPE'],
    ['SELECT Id FROM Account WHERE', 'MALFORMED_QUERY'],
    ['SELECT Id FROM Account LIMIT 5 OFFSET 3', 'MALFORMED_QUERY'],
    ["SELECT Id FROM Account WHERE CreatedDate > '2026-01-01'", 'INVALID_FIELD'],
    ['SELECT Id FROM Account WHERE Name = 2026-01-01', 'INVALID_FIELD'],
    ["SELECT Id FROM Account WHERE BillingAddress = 'x'", 'INVALID_FIELD'],
  ])('that are wrong are refused with a list of one: %s', async (query, errorCode) => {
    const { status, body } = await soql(query);
    expect(status).toBe(400);
    expect(body).toEqual([{ errorCode, message: expect.any(String) }]);
  });

  it('refuse parameters they do not know', async () => {
    expect((await ask('query?q=SELECT+Id+FROM+User&limit=3')).status).toBe(400);
    expect((await ask('query/01gxxxxxxxxxxxxxxx-2000')).body[0].errorCode).toBe('INVALID_QUERY_LOCATOR');
    expect((await ask('/services/data/v20.0/query?q=SELECT+Id+FROM+User')).status).toBe(404);
    const plan = await ask('query?q=SELECT+Id+FROM+User', {
      headers: { 'sforce-query-options': 'batchSize=5' },
    });
    expect(plan.status).toBe(400);
  });
});

describe('deleted and merged records', () => {
  it('are found by queryAll and in the log of deletions', async () => {
    const { companies } = salesforce.account.tables;
    clock.advance(60_000);
    companies.archive(4, clock.now());
    companies.merge([0, 1], clock.now());
    expect((await soql('SELECT Id FROM Account')).body.totalSize).toBe(448);
    const { body } = await soql(
      'SELECT Id, MasterRecordId FROM Account WHERE IsDeleted = true ORDER BY Id',
      true,
    );
    expect(body.records).toMatchObject([
      { Id: accountId(1), MasterRecordId: accountId(0) },
      { Id: accountId(4), MasterRecordId: null },
    ]);
    const moved = await soql(`SELECT Id FROM Opportunity WHERE AccountId = '${accountId(0)}'`);
    expect(moved.body.totalSize).toBe(world.dealsOfCompany(0).length + world.dealsOfCompany(1).length);
    const deleted = (start: string) =>
      ask(`sobjects/Account/deleted?start=${encodeURIComponent(start)}&end=2026-09-02T00:00:00Z`);
    expect(
      (await deleted('2026-09-01T00:00:00Z')).body.deletedRecords.map(({ id }: { id: string }) => id),
    ).toEqual([accountId(1), accountId(4)]);
    expect((await deleted('2026-08-01T00:00:00Z')).body[0].errorCode).toBe('INVALID_REPLICATION_DATE');
  });

  it('are gone for good after 15 days', async () => {
    salesforce.account.tables.companies.archive(4, clock.now());
    clock.advance(16 * 24 * 3_600_000);
    session = salesforce.tokens.open();
    expect((await soql('SELECT Id FROM Account WHERE IsDeleted = true', true)).body.totalSize).toBe(0);
  });
});

describe('bulk queries', () => {
  const job = (query: string, operation = 'query') => send('POST', 'jobs/query', { operation, query });

  it('wait, then give CSV page by page until the locator says null', async () => {
    const { body } = await job('SELECT Id, Name, Website, CreatedDate FROM Account');
    expect(body).toMatchObject({ state: 'UploadComplete', object: 'Account' });
    const results = `jobs/query/${body.id}/results?maxRecords=200`;
    expect((await ask(results)).body[0].errorCode).toBe('INVALIDJOBSTATE');
    clock.advance(2000);
    expect((await ask(`jobs/query/${body.id}`)).body.state).toBe('InProgress');
    clock.advance(3000);
    expect((await ask(`jobs/query/${body.id}`)).body).toMatchObject({
      state: 'JobComplete',
      numberRecordsProcessed: 450,
    });
    const rows: string[][] = [];
    let locator: string | null = '';
    while (locator !== 'null') {
      const page: Reply = await ask(`${results}${locator === '' ? '' : `&locator=${locator}`}`);
      const [header, ...lines] = readCsv(page.body);
      expect(header).toEqual(['Id', 'Name', 'Website', 'CreatedDate']);
      expect(page.headers.get('sforce-numberofrecords')).toBe(String(lines.length));
      rows.push(...lines.map((line) => [...line]));
      locator = page.headers.get('sforce-locator');
    }
    expect(rows).toHaveLength(450);
    expect(rows[0]![3]).toMatch(/T\d\d:\d\d:\d\d\.\d{3}Z$/);
    expect(rows.some((row) => row[2] === '')).toBe(true);
  });

  it('of compound fields fail', async () => {
    const { body } = await job('SELECT Id, BillingAddress FROM Account');
    clock.advance(5000);
    const failed = (await ask(`jobs/query/${body.id}`)).body;
    expect(failed).toMatchObject({ state: 'Failed', errorMessage: expect.stringContaining('compound') });
  });

  it('refuse what they do not know', async () => {
    expect(
      (await send('POST', 'jobs/query', { operation: 'query', query: 'SELECT Id FROM User', pk: 1 })).status,
    ).toBe(400);
    expect((await job('SELECT COUNT() FROM Account')).status).toBe(400);
    expect((await ask('jobs/query/unknown')).status).toBe(404);
  });
});

describe('writes', () => {
  const collection = (records: readonly object[], allOrNone = false) =>
    send('PATCH', 'composite/sobjects', {
      allOrNone,
      records: records.map((record) => ({ attributes: { type: 'Account' }, ...record })),
    });

  it('of up to 200 records tell for each whether it was written', async () => {
    salesforce.account.refusedWrites.set(accountId(1), 'Industry is required');
    salesforce.account.tables.companies.archive(2, clock.now());
    const { status, body } = await collection([
      { id: accountId(0), YearStarted: '1999' },
      { id: accountId(1), YearStarted: '1999' },
      { id: accountId(2), YearStarted: '1999' },
      { id: accountId(3), Nothing__c: 1 },
      { id: accountId(4), NumberOfEmployees: 'many' },
      { id: accountId(5), SystemModstamp: 'x' },
      { id: '12', YearStarted: '1999' },
      { YearStarted: '1999' },
      { id: accountId(0), YearStarted: '2000' },
    ]);
    expect(status).toBe(200);
    expect(
      body.map((result: { errors: { statusCode: string }[] }) => result.errors[0]?.statusCode ?? 'ok'),
    ).toEqual([
      'ok',
      'FIELD_CUSTOM_VALIDATION_EXCEPTION',
      'ENTITY_IS_DELETED',
      'INVALID_FIELD',
      'JSON_PARSER_ERROR',
      'INVALID_FIELD_FOR_INSERT_UPDATE',
      'MALFORMED_ID',
      'MISSING_ARGUMENT',
      'DUPLICATE_VALUE',
    ]);
    const { body: found } = await soql(`SELECT YearStarted FROM Account WHERE Id = '${accountId(0)}'`);
    expect(found.records[0].YearStarted).toBe('1999');
  });

  it('of all or none write none when one fails', async () => {
    const { body } = await collection([{ id: accountId(0), YearStarted: '1900' }, { id: 'x' }], true);
    expect(body[0].errors[0].statusCode).toBe('ALL_OR_NONE_OPERATION_ROLLED_BACK');
    expect((await soql("SELECT Id FROM Account WHERE YearStarted = '1900'")).body.totalSize).toBe(0);
  });

  it('refuse more than 200 records, none, and keys they do not know', async () => {
    const many = Array.from({ length: 201 }, (_, row) => ({ id: accountId(row) }));
    expect((await collection(many)).status).toBe(400);
    expect((await collection([])).body[0].errorCode).toBe('REQUIRED_FIELD_MISSING');
    expect((await send('PATCH', 'composite/sobjects', { records: [], extra: 1 })).status).toBe(400);
  });

  it('of one record move its SystemModstamp, even when nothing changes', async () => {
    clock.advance(1000);
    expect((await send('PATCH', `sobjects/Account/${accountId(9)}`, { YearStarted: '1999' })).status).toBe(
      204,
    );
    const { body } = await soql('SELECT Id FROM Account WHERE SystemModstamp >= 2026-09-01T12:00:01Z');
    expect(body.totalSize).toBe(1);
    expect((await ask(`sobjects/Account/${accountId(9)}`, { method: 'DELETE' })).status).toBe(404);
  });

  it('by a key create, update, or name all that share it', async () => {
    const upsert = (key: string, query = '') =>
      send('PATCH', `sobjects/Account/External_Key__c/${key}${query}`, { Name: 'By key' });
    expect((await upsert('K-7')).body).toMatchObject({ id: accountId(7), created: false });
    expect((await upsert('new', '?updateOnly=true')).status).toBe(404);
    expect(await upsert('new')).toMatchObject({ status: 201, body: { created: true } });
    const several = await upsert('K-50');
    expect(several.status).toBe(300);
    expect(several.body).toEqual(
      [accountId(50), accountId(51)].map((id) => `${root}/sobjects/Account/${id}`),
    );
    expect((await soql("SELECT Id FROM Account WHERE Name = 'By key'")).body.totalSize).toBe(2);
  });
});

describe('bulk writes', () => {
  async function ingest(
    csv: string,
    wish: object = { object: 'Account', operation: 'update' },
  ): Promise<string> {
    const { id } = (await send('POST', 'jobs/ingest', wish)).body;
    const put = await ask(`jobs/ingest/${id}/batches`, {
      method: 'PUT',
      body: csv,
      headers: { 'content-type': 'text/csv' },
    });
    expect(put.status).toBe(201);
    await send('PATCH', `jobs/ingest/${id}`, { state: 'UploadComplete' });
    clock.advance(5000);
    return id;
  }

  it('keep what failed, row by row', async () => {
    const rows = [
      `${accountId(0)},"Inns, Bars",12`,
      `${accountId(1)},Hotels,many`,
      `0010K0000zzzzzz,Hotels,1`,
    ];
    const id = await ingest(`Id,Industry,NumberOfEmployees\n${rows.join('\n')}\n`);
    expect((await ask(`jobs/ingest/${id}`)).body).toMatchObject({
      state: 'JobComplete',
      numberRecordsProcessed: 3,
      numberRecordsFailed: 2,
    });
    const done = readCsv((await ask(`jobs/ingest/${id}/successfulResults`)).body);
    expect(done).toEqual([
      ['sf__Id', 'sf__Created', 'Id', 'Industry', 'NumberOfEmployees'],
      [accountId(0), 'false', accountId(0), 'Inns, Bars', '12'],
    ]);
    const failed = readCsv((await ask(`jobs/ingest/${id}/failedResults`)).body);
    expect(failed.slice(1).map((row) => row[1]!.split(':')[0])).toEqual(['JSON_PARSER_ERROR', 'NOT_FOUND']);
  });

  it('clear with #N/A and leave empty cells as they are', async () => {
    await ingest(`Id,Industry,Website\n${accountId(0)},#N/A,\n`);
    const { body } = await soql(`SELECT Industry, Website FROM Account WHERE Id = '${accountId(0)}'`);
    expect(body.records[0]).toMatchObject({ Industry: null, Website: world.company(0).domain });
  });

  it('with an unknown column fail whole', async () => {
    const id = await ingest(`Id,Nothing__c\n${accountId(0)},1\n`);
    expect((await ask(`jobs/ingest/${id}`)).body).toMatchObject({
      state: 'Failed',
      errorMessage: 'InvalidBatch : Field name not found : Nothing__c',
    });
  });

  it('by a key refuse the rows whose key is not alone', async () => {
    const wish = { object: 'Account', operation: 'upsert', externalIdFieldName: 'External_Key__c' };
    const id = await ingest('External_Key__c,YearStarted\nK-7,1999\nK-50,1999\n', wish);
    const failed = readCsv((await ask(`jobs/ingest/${id}/failedResults`)).body);
    expect(failed[1]![1]).toMatch(/^DUPLICATE_EXTERNAL_ID/);
    expect((await send('POST', 'jobs/ingest', { object: 'Account', operation: 'upsert' })).status).toBe(400);
    expect((await send('POST', 'jobs/ingest', { object: 'Account', operation: 'delete' })).status).toBe(400);
  });
});

describe('settings and limits', () => {
  it('describe an object, formulas and compound fields included', async () => {
    const { body } = await ask('sobjects/Account/describe');
    const field = (name: string) => body.fields.find((each: { name: string }) => each.name === name);
    expect(field('Age_Days__c')).toMatchObject({ calculated: true, updateable: false, custom: true });
    expect(field('BillingAddress').type).toBe('address');
    expect(field('BillingCity').compoundFieldName).toBe('BillingAddress');
    expect((await ask('sobjects/Nothing/describe')).body[0].errorCode).toBe('INVALID_TYPE');
  });

  it('tell the org, its currency and how many records there are', async () => {
    salesforce.account.tables.companies.archive(4, clock.now());
    const { body } = await ask('limits/recordCount?sObjects=Account,Contact,Nothing');
    expect(body.sObjects).toEqual([
      { name: 'Account', count: 449 },
      { name: 'Contact', count: 460 },
    ]);
    expect((await ask('connect/organization')).body).toMatchObject({
      features: { multiCurrency: false, defaultCurrencyIsoCode: 'EUR' },
    });
    expect((await ask('connect/organization?x=1')).status).toBe(400);
  });

  it('create a field once', async () => {
    const field = {
      FullName: 'Account.Bestfit_Fit__c',
      Metadata: { label: 'Fit', type: 'Number', precision: 5, scale: 0 },
    };
    expect((await send('POST', 'tooling/sobjects/CustomField', field)).status).toBe(201);
    expect((await send('POST', 'tooling/sobjects/CustomField', field)).body[0].errorCode).toBe(
      'DUPLICATE_DEVELOPER_NAME',
    );
    expect((await send('PATCH', `sobjects/Account/${accountId(0)}`, { Bestfit_Fit__c: 71 })).status).toBe(
      204,
    );
    expect((await soql('SELECT Id FROM Account WHERE Bestfit_Fit__c = 71')).body.totalSize).toBe(1);
  });

  it('of 24 hours are told with every answer, and refuse with 403', async () => {
    await restart({ dailyRequests: 2 });
    const first = await ask('limits');
    expect(first.headers.get('sforce-limit-info')).toBe('api-usage=1/2');
    expect(first.body.DailyApiRequests).toEqual({ Max: 2, Remaining: 1 });
    await ask('limits');
    expect(await ask('limits')).toMatchObject({
      status: 403,
      body: [{ errorCode: 'REQUEST_LIMIT_EXCEEDED' }],
    });
    clock.advance(24 * 3_600_000);
    session = salesforce.tokens.open();
    expect((await ask('limits')).status).toBe(200);
  });
});

describe('sessions, faults and change', () => {
  it('end and are opened anew', async () => {
    const { clientId, clientSecret, refreshToken } = salesforceSecrets;
    const token = (form: Readonly<Record<string, string>>) =>
      fetch(`${salesforce.origin}/services/oauth2/token`, {
        method: 'POST',
        body: new URLSearchParams({ client_id: clientId, client_secret: clientSecret, ...form }),
      });
    salesforce.tokens.expireAll();
    expect(await ask('limits')).toMatchObject({ status: 401, body: [{ errorCode: 'INVALID_SESSION_ID' }] });
    const answer = await token({ grant_type: 'refresh_token', refresh_token: refreshToken });
    const body = (await answer.json()) as { access_token: string; instance_url: string };
    expect(body.instance_url).toBe(salesforce.origin);
    session = body.access_token;
    expect((await ask('limits')).status).toBe(200);
    expect((await token({ grant_type: 'client_credentials' })).status).toBe(200);
    const refused = await token({ grant_type: 'refresh_token', refresh_token: 'other' });
    expect(await refused.json()).toMatchObject({ error: 'invalid_grant' });
  });

  it('come in Salesforce’s own form', async () => {
    salesforce.faults.add({ kind: 'rate-limit' }, { at: 'nth', n: 1, endpoint: null });
    salesforce.faults.add({ kind: 'server-error', status: 503 }, { at: 'nth', n: 2, endpoint: null });
    expect((await ask('limits')).status).toBe(403);
    expect((await ask('limits')).body[0].errorCode).toBe('SERVER_UNAVAILABLE');
  });

  it('of a day: added, changed, merged, deleted', async () => {
    clock.advance(60_000);
    const { companies } = salesforce.changeShare(0.1, 1);
    const { body } = await soql('SELECT Id FROM Account WHERE SystemModstamp >= 2026-09-01T12:01:00Z', true);
    const all = Object.values(companies).flat();
    expect(body.totalSize).toBe(all.length);
    const live = 450 + companies.added.length - companies.deleted.length - companies.merged.length;
    expect((await soql('SELECT COUNT() FROM Account')).body.totalSize).toBe(live);
  });
});
