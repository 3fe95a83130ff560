import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { syncConnection } from '../../src/app/sync/index.ts';
import { type TestWorkspace, testWorkspace } from '../test-workspace.ts';
import {
  type Script,
  type ScriptedCompany,
  scriptedConnection,
  scriptedSources,
} from './scripted-connector.ts';

const start = Date.UTC(2026, 0, 1);
const minute = 60_000;

let script: Script;
let workspace: TestWorkspace;

const company = (id: number, more: Partial<ScriptedCompany> = {}): ScriptedCompany => ({
  id: String(id),
  name: `Company ${id}`,
  city: 'Vigo',
  at: start + id * minute,
  gone: null,
  ...more,
});

async function open(): Promise<void> {
  script = {
    companies: Array.from({ length: 12 }, (_, i) => company(i + 1)),
    now: start + 1000 * minute,
    pageSize: 3,
    beforePage: () => undefined,
    pages: 0,
  };
  workspace = await testWorkspace(scriptedSources(script));
  await connect();
}

function connect(): Promise<void> {
  return workspace.store.saveConnection(scriptedConnection(start));
}

const sync = (full = false) =>
  syncConnection(workspace, {
    connection: 'crm',
    full,
    maps: [],
    at: new Date(script.now).toISOString(),
    onProgress: () => undefined,
  });

const accounts = async () => {
  const rows = await workspace.rows('accounts', ['account_id', 'name', 'city']);
  return rows.map((row) => Object.values(row).join(' ')).sort();
};
const expected = () =>
  script.companies
    .filter(({ gone }) => gone === null)
    .map(({ id, name, city }) => `${id} ${name} ${city}`)
    .sort();

function change(id: number, more: Partial<ScriptedCompany>): void {
  script.now += minute;
  const others = script.companies.filter((each) => each.id !== String(id));
  const old = script.companies.find((each) => each.id === String(id)) ?? company(id);
  script.companies = [...others, { ...old, ...more, at: script.now }];
}

beforeEach(open);
afterEach(() => workspace.dispose());

describe('a sync', () => {
  it('brings every record of the first time into the data', async () => {
    const { streams, imported } = await sync();
    expect(streams).toMatchObject([
      { stream: 'companies', mode: 'full', pages: 4, added: 12, changed: 0, deleted: 0, records: 12 },
    ]);
    expect(imported?.tables).toEqual([{ table: 'accounts', rows: 12 }]);
    expect(await accounts()).toEqual(expected());
  });

  it('asks the next time only for what changed, and counts it', async () => {
    await sync();
    change(3, { city: 'Lugo' });
    change(20, {});
    change(5, { gone: 'deleted' });
    change(6, { gone: 'merged' });
    script.pages = 0;
    const { streams } = await sync();
    expect(streams).toMatchObject([
      { mode: 'incremental', added: 1, changed: 1, deleted: 1, merged: 1, records: 11 },
    ]);
    expect(script.pages).toBe(2);
    expect(await accounts()).toEqual(expected());
  });

  it('that finds nothing new makes no commit', async () => {
    await sync();
    const before = await workspace.store.head();
    const { imported, streams } = await sync();
    expect(imported).toBeNull();
    expect(streams).toMatchObject([{ added: 0, changed: 0, deleted: 0, merged: 0, records: 12 }]);
    expect((await workspace.store.head())?.id).toBe(before?.id);
  });

  it('that was undone is imported again by the next one', async () => {
    await sync();
    await workspace.store.undo();
    expect((await sync()).imported?.tables).toEqual([{ table: 'accounts', rows: 12 }]);
  });

  it('in full finds what is gone without being told', async () => {
    await sync();
    script.companies = script.companies.filter(({ id }) => id !== '7');
    expect((await sync()).streams).toMatchObject([{ deleted: 0 }]);
    expect((await sync(true)).streams).toMatchObject([{ mode: 'full', deleted: 1, records: 11 }]);
    expect(await accounts()).toEqual(expected());
  });

  it('leaves what another source says of the same company', async () => {
    await workspace.import({ 'more.csv': 'account_id,name,employees\n3,Company 3,40\n' });
    await sync();
    const rows = await workspace.rows('accounts', ['account_id', 'employees', 'city']);
    expect(rows.find(({ account_id: id }) => id === '3')).toEqual({
      account_id: '3',
      employees: 40,
      city: 'Vigo',
    });
  });

  it('is refused while another one runs', async () => {
    await workspace.store.startSync({ connection: 'crm', kind: 'read', startedAt: '2026-01-01T00:00:00Z' });
    await expect(sync()).rejects.toMatchObject({ code: 'sync.running' });
  });
});

describe('a sync that breaks off', () => {
  it.each([0, 1, 2, 3])('after %i pages goes on, and what it gives is the same', async (pages) => {
    script.beforePage = () => {
      if (script.pages === pages) throw new Error('the line is cut');
    };
    await expect(sync()).rejects.toThrow('the line is cut');
    expect(await workspace.store.syncs('crm', 1)).toMatchObject([{ state: 'failed' }]);
    script.beforePage = () => undefined;
    const { resumed, streams } = await sync();
    expect(resumed).toBe(pages > 0);
    expect(script.pages).toBe(4);
    expect(streams).toMatchObject([{ added: 12, records: 12, pages: 4 }]);
    expect(await accounts()).toEqual(expected());
  });

  it('at any page of any course of events loses nothing and doubles nothing', {
    timeout: 120_000,
  }, async () => {
    const step = fc.oneof(
      fc.record({ id: fc.integer({ min: 1, max: 16 }), city: fc.constantFrom('Lugo', 'Noia', 'Vigo') }),
      fc.record({ id: fc.integer({ min: 1, max: 16 }), gone: fc.constantFrom('deleted', 'merged') }),
    );
    const course = fc.array(fc.record({ steps: fc.array(step, { maxLength: 6 }), cut: fc.nat(5) }), {
      minLength: 1,
      maxLength: 3,
    });
    await fc.assert(
      fc.asyncProperty(course, async (rounds) => {
        await workspace.dispose();
        await open();
        for (const { steps, cut } of rounds) {
          for (const { id, ...more } of steps) change(id, { gone: null, ...(more as object) });
          const until = script.pages + cut;
          script.beforePage = () => {
            if (script.pages === until) throw new Error('cut');
          };
          await sync().catch(() => undefined);
          script.beforePage = () => undefined;
          await sync();
          expect(await accounts()).toEqual(expected());
        }
      }),
      { numRuns: 15 },
    );
  });
});
