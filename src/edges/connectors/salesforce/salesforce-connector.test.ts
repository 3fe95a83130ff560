import { afterEach, describe, expect, it } from 'vitest';
import {
  type SalesforceOptions,
  type SalesforceStandIn,
  salesforceSecrets,
  startSalesforce,
} from '../../../../samples/crm/salesforce/index.ts';
import {
  companyWorld,
  createStandInClock,
  type Fault,
  type StandInClock,
} from '../../../../samples/crm/shared/index.ts';
import { type TestContext, testContext, testSettings } from '../../../../test/connectors/test-context.ts';
import { BestfitError } from '../../../base/errors/index.ts';
import type { ConnectionSettings, RecordPage, RecordSource, StreamName } from '../records/index.ts';
import { salesforceConnector } from './index.ts';

const today = Date.UTC(2026, 8, 1, 12);
const dayMs = 24 * 3_600_000;
const secrets = {
  'client-id': salesforceSecrets.clientId,
  'client-secret': salesforceSecrets.clientSecret,
  'refresh-token': salesforceSecrets.refreshToken,
};
const running: SalesforceStandIn[] = [];
afterEach(async () => {
  await Promise.all(running.splice(0).map(({ close }) => close()));
});

interface Setting {
  readonly org: SalesforceStandIn;
  readonly clock: StandInClock;
  readonly context: TestContext;
  readonly open: (changed?: Partial<ConnectionSettings>) => RecordSource;
}

async function start(
  size: Partial<Record<StreamName, number>>,
  options: Partial<SalesforceOptions> = {},
): Promise<Setting> {
  const clock = createStandInClock(today);
  const world = companyWorld(3, { companies: 20, deals: 20, contacts: 20, ...size }, today);
  const org = await startSalesforce({ world, now: clock.now, ...options });
  running.push(org);
  const context = testContext(clock, secrets);
  const open: Setting['open'] = (changed) => {
    const usage = context.usages.at(-1) ?? null;
    return salesforceConnector.open(testSettings(org.origin, changed), { ...context, usage });
  };
  return { org, clock, context, open };
}

const fields: Readonly<Record<StreamName, readonly string[]>> = {
  companies: ['Id', 'Name', 'Website', 'NumberOfEmployees', 'Booking_Tool__c', 'CreatedDate'],
  deals: ['Name', 'Amount', 'StageName', 'IsWon'],
  contacts: ['Email', 'Title'],
};

interface Told {
  readonly records: RecordPage['records'][number][];
  readonly gone: RecordPage['gone'][number][];
  readonly history: RecordPage['history'][number][];
  readonly pages: RecordPage[];
}

/** Reads a stream to its end; a new source goes on after every page, and after a spent day on the next. */
async function readAll(setting: Setting, stream: StreamName, since: string | null = null): Promise<Told> {
  const told: Told = { records: [], gone: [], history: [], pages: [] };
  let cursor: string | null = null;
  for (;;) {
    const source = setting.open();
    const request = { stream, fields: fields[stream]!, since, cursor, known: async () => [] };
    let page: RecordPage;
    try {
      page = await source.read(request);
    } catch (error) {
      if (!(error instanceof BestfitError) || error.code !== 'connection.budget-spent') throw error;
      setting.clock.advance(dayMs);
      continue;
    }
    told.records.push(...page.records);
    told.gone.push(...page.gone);
    told.history.push(...page.history);
    told.pages.push(page);
    if (page.next === null) return told;
    cursor = page.next;
  }
}

const ids = (records: readonly { readonly id: string }[]) => records.map(({ id }) => id).sort();
const once = (list: readonly string[]) => new Set(list).size === list.length;
const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => 'none',
    (error: unknown) => (error instanceof BestfitError ? error.code : String(error)),
  );

describe('a full read of Salesforce', () => {
  it('gives every record of the world once, by REST and in bulk', async () => {
    const setting = await start({ companies: 2600, deals: 1500, contacts: 900 });
    const { world } = setting.org.account.tables;
    const companies = await readAll(setting, 'companies');
    const deals = await readAll(setting, 'deals');
    const contacts = await readAll(setting, 'contacts');
    for (const [told, size] of [
      [companies, 2600],
      [deals, 1500],
      [contacts, 900],
    ] as const) {
      expect(told.records).toHaveLength(size);
      expect(once(ids(told.records))).toBe(true);
      expect(told.gone).toEqual([]);
      expect(told.pages.at(-1)).toMatchObject({ complete: true, next: null, done: 1 });
      expect(told.pages.slice(0, -1).some(({ complete }) => complete)).toBe(false);
    }
    expect(setting.org.log.count('POST /services/data/v62.0/jobs/query')).toBe(2);
    expect(companies.records.map(({ values }) => values.Name).sort()).toEqual(
      Array.from({ length: 2600 }, (_, row) => world.company(row).name).sort(),
    );
    const linked = deals.records.map(({ links }) => links.companies?.length);
    expect(new Set(linked)).toEqual(new Set([1]));
    expect(companies.records[0]!.links).toEqual({});
  });

  it('tells when each deal entered each stage', async () => {
    const setting = await start({ deals: 700 });
    const { history, records } = await readAll(setting, 'deals');
    const { world } = setting.org.account.tables;
    const stages = Array.from({ length: 700 }, (_, row) => world.deal(row).stages.length);
    expect(history).toHaveLength(stages.reduce((sum, n) => sum + n));
    expect(new Set(history.map(({ deal }) => deal))).toEqual(new Set(ids(records)));
    expect(history[0]!.at).toMatch(/^\d{4}-\d\d-\d\dT.*Z$/);
    const without = setting.open({ options: { 'stage-history': 'off' } });
    const request = { stream: 'deals', fields: ['Name'], since: null, cursor: null, known: async () => [] };
    expect(await without.read(request)).toMatchObject({ next: null, complete: true, history: [] });
  });

  it('is the same by REST and in bulk, value for value', async () => {
    const small = await start({ companies: 2000, deals: 1000 });
    const large = await start({ companies: 2001, deals: 1001 });
    const [one, other] = [await readAll(small, 'companies'), await readAll(large, 'companies')];
    expect(small.org.log.count('jobs/query')).toBe(0);
    expect(large.org.log.count('jobs/query')).toBeGreaterThan(0);
    const known = new Map(other.records.map(({ id, ...rest }) => [id, rest]));
    const shown = (id: string) => known.get(id)?.values.NumberOfEmployees;
    expect(one.records.filter(({ id, values }) => shown(id) === values.NumberOfEmployees)).toHaveLength(2000);
    expect(one.records[7]!.modifiedAt).toBe(known.get(one.records[7]!.id)!.modifiedAt);
  });

  it('uses hardly more requests than there are pages', async () => {
    const setting = await start({ companies: 1000, deals: 400 });
    const { log } = setting.org;
    const counted = async (stream: StreamName, since: string | null = null) => {
      log.clear();
      await readAll(setting, stream, since);
      return log.total;
    };
    expect(await counted('companies')).toBe(2); // a session, one page
    expect(await counted('deals')).toBe(2); // one page, one of history
    const since = new Date(setting.clock.now()).toISOString();
    setting.clock.advance(60_000);
    setting.org.changeShare(0.1, 1);
    expect(await counted('companies', since)).toBe(1);
    expect(await counted('deals', since)).toBe(2);
  });

  it('in bulk asks once how many there are, then for a job, its state and its results', async () => {
    const setting = await start({ companies: 2500 });
    await readAll(setting, 'companies');
    const { 'GET /services/data/v62.0/jobs/query/:id': looks, ...others } = setting.org.log.byEndpoint;
    expect(others).toEqual({
      'POST /services/oauth2/token': 1,
      'GET /services/data/v62.0/query': 1,
      'POST /services/data/v62.0/jobs/query': 1,
      'GET /services/data/v62.0/jobs/query/:id/results': 1,
      'GET /services/data/v62.0/sobjects/Account/describe': 1,
    });
    expect(looks).toBeLessThanOrEqual(2);
    expect(setting.context.waits.every(({ why }) => why.includes('bulk job'))).toBe(true);
  });

  it('goes on by REST where a job ends without a result, or none may be made', async () => {
    const setting = await start({ companies: 2500 });
    const { faults, log } = setting.org;
    faults.add(
      { kind: 'server-error', status: 400 },
      { at: 'every', n: 1, endpoint: 'POST /services/data/v62.0/jobs' },
    );
    const refused = await readAll(setting, 'companies');
    expect([refused.records.length, refused.pages.length]).toEqual([2500, 2]);
    faults.clear();
    log.clear();
    const stream = 'companies';
    const compound = { stream, fields: ['BillingAddress'], since: null, known: async () => [] };
    let page = await setting.open().read({ ...compound, cursor: null });
    let records = 0;
    while (page.next !== null) {
      page = await setting.open().read({ ...compound, cursor: page.next });
      records += page.records.length;
    }
    expect(records).toBe(2500);
    expect(log.count('/results')).toBe(0);
  });

  it('begins anew when a job or a page is no more on Salesforce’s side', async () => {
    const setting = await start({ companies: 2500 });
    const read = (cursor: string | null) => {
      const stream = 'companies';
      return setting.open().read({ stream, fields: ['Name'], since: null, cursor, known: async () => [] });
    };
    const lost = (await read(null)).next!.replace(/"job":"\w+"/, '"job":"7500K0000009999AAA"');
    let page = await read(lost);
    expect(page).toMatchObject({ records: [], complete: false });
    const records = [];
    while (page.next !== null) {
      page = await read(page.next);
      records.push(...page.records);
    }
    expect(records).toHaveLength(2500);
    const at = { kind: 'page', path: '/services/data/v62.0/query/01gxxxxxxxxxxxxxxx-2000' };
    const place = { v: 1, phase: 'records', since: null, seen: 2000, total: 2500, restarts: 0, at };
    expect(JSON.parse((await read(JSON.stringify(place))).next!)).toMatchObject({ restarts: 1, seen: 0 });
    expect(await codeOf(read(JSON.stringify({ ...place, restarts: 6 })))).toBe('connection.refused');
    expect(JSON.parse((await read('{"v":0,"old":1}')).next!)).toMatchObject({ phase: 'records' });
  });
});

describe('an incremental read of Salesforce', () => {
  it.each([1, 2])('tells exactly what changed, deletions and merges (seed %i)', async (seed) => {
    const setting = await start({ companies: 900, deals: 700, contacts: 800 });
    setting.clock.advance(60_000);
    const since = new Date(setting.clock.now()).toISOString();
    setting.clock.advance(60_000);
    const changed = setting.org.changeShare(0.1, seed);
    const { tables } = setting.org.account;
    for (const [stream, kind, prefix] of [
      ['companies', 'companies', 'Account'],
      ['deals', 'deals', 'Opportunity'],
      ['contacts', 'contacts', 'Contact'],
    ] as const) {
      const told = await readAll(setting, stream, since);
      const rows = changed[kind];
      const idOf = await idsOf(setting, prefix);
      const moved = [...rows.added, ...rows.changed, ...rows.into].filter((row) => tables[kind].isLive(row));
      expect(ids(told.records)).toEqual([...new Set(moved)].map(idOf).sort());
      expect(
        told.gone
          .filter(({ how }) => how === 'deleted')
          .map(({ id }) => id)
          .sort(),
      ).toEqual(rows.deleted.map(idOf).sort());
      const merged = told.gone.filter(({ how }) => how === 'merged');
      expect(merged.map(({ id, into }) => [id, into]).sort()).toEqual(
        rows.merged.map((row) => [idOf(row), idOf(tables[kind].resolve(row))]).sort(),
      );
      expect(told.pages.at(-1)!.complete).toBe(false);
    }
  });

  it('of many changes goes in bulk too', async () => {
    const setting = await start({ contacts: 5000 });
    setting.clock.advance(60_000);
    const since = new Date(setting.clock.now()).toISOString();
    const { contacts } = setting.org.account.tables;
    for (let row = 0; row < 2500; row++) contacts.update(row, { Title: 'CFO' }, setting.clock.now());
    contacts.archive(4000, setting.clock.now());
    const told = await readAll(setting, 'contacts', since);
    expect(setting.org.log.count('POST /services/data/v62.0/jobs/query')).toBe(1);
    expect(told.records).toHaveLength(2500);
    expect(told.records.every(({ values }) => values.Title === 'CFO')).toBe(true);
    expect(told.gone).toEqual([{ id: expect.stringMatching(/^003/), how: 'deleted', into: null }]);
  });

  it('tells the stages that were entered since', async () => {
    const setting = await start({ deals: 50 });
    setting.clock.advance(60_000);
    const since = new Date(setting.clock.now()).toISOString();
    setting.clock.advance(60_000);
    setting.org.account.tables.deals.update(3, { StageName: 'Needs Analysis' }, setting.clock.now());
    const { history, records } = await readAll(setting, 'deals', since);
    expect(history).toEqual([
      { deal: records[0]!.id, stage: 'Needs Analysis', at: new Date(setting.clock.now()).toISOString() },
    ]);
  });

  it('that begins before the bin of deleted records reads everything', async () => {
    const setting = await start({ companies: 300 });
    setting.org.account.tables.companies.archive(4, setting.clock.now());
    const since = new Date(setting.clock.now()).toISOString();
    setting.clock.advance(20 * dayMs);
    const told = await readAll(setting, 'companies', since);
    expect(told.records).toHaveLength(299);
    expect(told.pages.at(-1)!.complete).toBe(true);
  });

  it('does not see a new result of a formula, which is why such fields are told as derived', async () => {
    const setting = await start({});
    const found = await setting.open().fields('companies');
    expect(found.filter(({ derived }) => derived).map(({ name }) => name)).toEqual(['Age_Days__c']);
  });
});

describe('faults', () => {
  const faults: readonly Fault[] = [
    { kind: 'rate-limit' },
    { kind: 'unauthorized' },
    { kind: 'server-error', status: 500 },
    { kind: 'server-error', status: 502 },
    { kind: 'server-error', status: 503 },
    { kind: 'slow', delayMs: 20 },
    { kind: 'cut', afterBytes: 0 },
    { kind: 'cut', afterBytes: 100 },
  ];
  // Each at another distance. A spent day ends a whole bulk write, which takes up to eight requests.
  const cases = faults.map((fault, nth) => {
    const n = fault.kind === 'rate-limit' ? 9 : 3 + (nth % 3);
    return [JSON.stringify(fault), n, fault] as const;
  });

  it.each(cases)('%s at every request number %i: nothing is lost', async (_, n, fault) => {
    const setting = await start({ companies: 2300, deals: 400 });
    setting.org.faults.add(fault, { at: 'every', n, endpoint: '/services/data' });
    const companies = await readAll(setting, 'companies');
    expect(new Set(ids(companies.records)).size).toBe(2300);
    const deals = await readAll(setting, 'deals');
    expect(new Set(ids(deals.records)).size).toBe(400);
    const batch = companies.records.map(({ id }) => ({ id, values: { YearStarted: '1999' } }));
    const results = await retried(setting, () => setting.open().write('companies', batch));
    expect(results.filter(({ kind }) => kind === 'written')).toHaveLength(2300);
    const { companies: table } = setting.org.account.tables;
    expect(Array.from({ length: 2300 }, (_each, row) => table.read(row).values.YearStarted)).toEqual(
      Array.from({ length: 2300 }, () => '1999'),
    );
    expect(setting.org.faults.shown.length).toBeGreaterThan(0);
  });

  it('of the session: it is opened anew, by the client’s own credentials too', async () => {
    const setting = await start({});
    const source = setting.open();
    await source.stages();
    setting.org.tokens.expireAll();
    expect(await source.stages()).toHaveLength(6);
    setting.context.kept.delete('refresh-token');
    setting.org.tokens.expireAll();
    expect(await source.stages()).toHaveLength(6);
    setting.context.kept.set('client-secret', 'wrong');
    setting.org.tokens.expireAll();
    expect(await codeOf(source.stages())).toBe('connection.unauthorized');
  });

  it('of the budget: reading stops at the share of the day, and goes on the next day', async () => {
    const setting = await start({ companies: 300 }, { dailyRequests: 10 });
    const source = setting.open({ budgetShare: 0.5 });
    await source.stages();
    let asked = 0;
    const code = await codeOf(
      (async () => {
        for (; asked < 20; asked++) await source.stages();
      })(),
    );
    expect(code).toBe('connection.budget-spent');
    expect(setting.org.used()).toBeLessThanOrEqual(5);
    setting.clock.advance(dayMs + 1);
    expect(await source.stages()).toHaveLength(6);
    expect(source.usage()).toMatchObject({ limit: 10, unit: 'requests' });
  });
});

async function retried<T>({ clock }: Setting, work: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof BestfitError) || error.code !== 'connection.budget-spent') throw error;
      clock.advance(dayMs);
    }
  }
}

/** The ids of rows, as the stand-in itself gives them. */
async function idsOf({ org }: Setting, object: string): Promise<(row: number) => string> {
  const { idOfRow } = await import('../../../../samples/crm/salesforce/salesforce-account.ts');
  return (row) => idOfRow(org.account, object as 'Account', row);
}

describe('an org', () => {
  it('is told with its currency, its objects and their numbers', async () => {
    const setting = await start({ companies: 30, deals: 40, contacts: 50 });
    const check = await setting.open().check();
    expect(check).toMatchObject({
      account: 'Seller Example (org 00D0K0000000001UAA)',
      currency: 'EUR',
      streams: [
        { stream: 'companies', readable: true, writable: true, missing: null, records: 30 },
        { stream: 'deals', readable: true, writable: true, missing: null, records: 40 },
        { stream: 'contacts', readable: true, writable: true, missing: null, records: 50 },
      ],
      usage: { used: 5, limit: 100_000, unit: 'requests' },
    });
    setting.org.account.objects.delete('Contact');
    const other = await setting.open().check();
    expect(other.streams[2]).toMatchObject({ readable: false, writable: false });
    expect(other.streams[2]!.missing).toContain('Read on Contact');
  });

  it('offers custom fields by default, owners by name, and no compound ones', async () => {
    const setting = await start({});
    const source = setting.open();
    const found = new Map((await source.fields('companies')).map((field) => [field.name, field]));
    expect(found.has('BillingAddress')).toBe(false);
    expect(found.get('Booking_Tool__c')).toMatchObject({
      byDefault: true,
      standard: false,
      header: 'Booking Tool',
    });
    expect(found.get('SystemModstamp')).toMatchObject({ byDefault: false, kind: 'moment' });
    expect(found.get('OwnerId')!.options).toHaveLength(5);
    await source.fields('companies');
    expect(setting.org.log.count('describe')).toBe(1);
  });

  it('has its stages in order with their outcomes', async () => {
    const stages = await (await start({})).open().stages();
    expect(stages.map(({ outcome }) => outcome)).toEqual(['open', 'open', 'open', 'open', 'won', 'lost']);
    expect(stages[1]).toEqual({
      id: 'Qualification',
      label: 'Qualification',
      pipeline: 'Opportunity',
      place: 1,
      outcome: 'open',
    });
  });
});

describe('writing to Salesforce', () => {
  const wish = [
    { name: 'bestfit_tier', label: 'Tier', description: 'A to D', kind: 'option', options: ['A', 'B'] },
    { name: 'bestfit_reasons', label: 'Reasons', description: 'Why', kind: 'long-text', options: null },
    { name: 'bestfit_fit', label: 'Fit', description: 'Points', kind: 'number', options: null },
    { name: 'bestfit_scored_on', label: 'Scored on', description: 'Day', kind: 'date', options: null },
  ] as const;

  it('makes the fields once', async () => {
    const setting = await start({});
    const source = setting.open();
    const before = await source.prepare('companies', wish, { create: false });
    expect(before.map(({ state, target }) => [state, target])).toEqual(wish.map(() => ['missing', null]));
    expect(before[2]!.remedy).toContain('type Number(18, 0), label `Fit`, API name `Bestfit_Fit__c`');
    const made = await source.prepare('companies', wish, { create: true });
    expect(made.map(({ state, target }) => [state, target])).toEqual([
      ['created', 'Bestfit_Tier__c'],
      ['created', 'Bestfit_Reasons__c'],
      ['created', 'Bestfit_Fit__c'],
      ['created', 'Bestfit_Scored_On__c'],
    ]);
    setting.org.log.clear();
    const again = await setting.open().prepare('companies', wish, { create: true });
    expect(again.map(({ state }) => state)).toEqual(['there', 'there', 'there', 'there']);
    expect(setting.org.log.total).toBe(1);
    const own = (await source.fields('companies')).filter(({ name }) => name.startsWith('Bestfit_'));
    expect(own.map(({ byDefault }) => byDefault)).toEqual([false, false, false, false]);
  });

  it('of fields that were made and are shown to nobody says who must see them', async () => {
    const setting = await start({}, { hidesNewFields: true });
    for (let times = 0; times < 2; times++) {
      const [made] = await setting.open().prepare('companies', [wish[2]], { create: true });
      expect(made).toMatchObject({ name: 'bestfit_fit', target: null, state: 'missing' });
      expect(made!.remedy).toMatch(/^`Account.Bestfit_Fit__c` is there, but .* may not see and edit it/);
    }
    setting.org.account.hiddenFields.clear();
    const [seen] = await setting.open().prepare('companies', [wish[2]], { create: true });
    expect(seen).toMatchObject({ target: 'Bestfit_Fit__c', state: 'there', remedy: null });
  });

  it('tells what an administrator must do for fields that may not be seen, changed or made', async () => {
    const setting = await start({});
    const account = setting.org.account.objects.get('Account')!;
    const [tier, , fit] = wish;
    const source = setting.open();
    await source.prepare('companies', [tier, fit], { create: true });
    account.set('Bestfit_Tier__c', { ...account.get('Bestfit_Tier__c')!, updateable: false });
    account.set('Bestfit_Fit__c', { ...account.get('Bestfit_Fit__c')!, type: 'date' });
    const [locked, unfit] = await source.prepare('companies', [tier, fit], { create: true });
    expect(locked).toMatchObject({
      state: 'missing',
      remedy: expect.stringContaining('field-level security'),
    });
    expect(unfit).toMatchObject({
      state: 'missing',
      remedy: expect.stringContaining('cannot hold Number(18, 0)'),
    });
    setting.org.faults.add(
      { kind: 'server-error', status: 400 },
      { at: 'every', n: 1, endpoint: 'CustomField' },
    );
    const [refused] = await source.prepare('companies', [wish[1]], { create: true });
    expect(refused).toMatchObject({ state: 'missing', target: null });
    expect(refused!.remedy).toMatch(/did not let us make it .*API name `Bestfit_Reasons__c`/);
  });

  it.each([
    ['collections', 450, 3],
    ['one bulk job', 2500, 8],
  ])('by %s keeps what failed, record by record', async (_, size, most) => {
    const setting = await start({ companies: size });
    const { org, clock } = setting;
    const source = setting.open();
    const [, , fit] = wish;
    await source.prepare('companies', [fit], { create: true });
    const idOf = await idsOf(setting, 'Account');
    org.account.refusedWrites.set(idOf(1), 'Industry is required');
    org.account.tables.companies.archive(2, clock.now());
    org.account.tables.companies.merge([3, 4], clock.now());
    const batch = Array.from({ length: size }, (_each, row) => ({
      id: row === 5 ? '0010K0000zzzzzz' : idOf(row),
      values: { Bestfit_Fit__c: row === 6 ? 'many' : row, Website: row === 7 ? null : `w-${row}.example` },
    }));
    org.log.clear();
    const results = await source.write('companies', batch);
    expect(org.log.total).toBeLessThanOrEqual(most);
    expect(results.map(({ id }) => id)).toEqual(batch.map(({ id }) => id));
    const failed = results.flatMap((each) => (each.kind === 'failed' ? [[each.id, each.code]] : []));
    expect(failed).toEqual([
      [idOf(1), 'FIELD_CUSTOM_VALIDATION_EXCEPTION'],
      [idOf(2), 'ENTITY_IS_DELETED'],
      [idOf(4), 'ENTITY_IS_DELETED'],
      ['0010K0000zzzzzz', 'NOT_FOUND'],
      [idOf(6), 'JSON_PARSER_ERROR'],
    ]);
    const why = results.find(({ id }) => id === idOf(1));
    expect(why).toMatchObject({ message: 'Industry is required' });
    const { values } = org.account.tables.companies.read(7);
    expect([values.Bestfit_Fit__c, values.Website]).toEqual([7, null]);
    expect(source.costOfWrite(size)).toBeGreaterThanOrEqual(org.log.total - 1);
  });

  it('of a column that is not there tells so for every record', async () => {
    const setting = await start({ companies: 2100 });
    const idOf = await idsOf(setting, 'Account');
    const batch = Array.from({ length: 2100 }, (_, row) => ({ id: idOf(row), values: { Nothing__c: 1 } }));
    for (const size of [2100, 3]) {
      const results = await setting.open().write('companies', batch.slice(0, size));
      expect(results.every(({ kind }) => kind === 'failed')).toBe(true);
      expect(results[0]).toMatchObject({ message: expect.stringContaining('Nothing__c') });
    }
  });

  it('refuses before the first request when the budget does not allow one', async () => {
    const setting = await start({}, { dailyRequests: 10 });
    const source = setting.open({ budgetShare: 0 });
    expect(await codeOf(source.write('companies', [{ id: '001', values: { Name: 'x' } }]))).toBe(
      'connection.budget-spent',
    );
    expect(setting.org.used()).toBe(0);
  });

  it('costs as many requests as said', () => {
    const { costOfWrite } = salesforceConnector.open(testSettings('https://acme.my.salesforce.com'), {
      ...testContext(createStandInClock(today), {}),
    });
    expect([0, 1, 200, 201, 2000, 2001, 10_000, 10_200].map(costOfWrite)).toEqual([0, 1, 1, 2, 10, 9, 9, 10]);
  });
});
