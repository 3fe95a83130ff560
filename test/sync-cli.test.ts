import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type HubspotStandIn, hubspotSecrets, startHubspot } from '../samples/crm/hubspot/index.ts';
import { companyWorld } from '../samples/crm/shared/index.ts';
import { type CliRun, documentOf, runCli } from './run-cli.ts';

const token = hubspotSecrets.privateToken;
const wrongToken = 'pat-eu1-99999999-9999-4999-8999-999999999999';
const world = companyWorld(5, { companies: 120, deals: 300, contacts: 60 }, Date.now());

let folder: string;
let standIn: HubspotStandIn;
const said: string[] = [];

/** Runs a command in a workspace of this test; whatever it prints is looked through for secrets at the end. */
async function bestfit(
  workspace: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
) {
  const own = { BESTFIT_KEY_FILE: join(folder, 'key'), BESTFIT_HUBSPOT_TOKEN: token, ...env };
  const run = await runCli(['-w', join(folder, workspace), ...args], { cwd: folder, env: own });
  said.push(run.stdout, run.stderr);
  return run;
}
const json = async (workspace: string, ...args: readonly string[]) => {
  const run = await bestfit(workspace, ['--json', ...args]);
  expect([run.status, run.stderr]).toEqual([0, '']);
  return documentOf(run);
};
const to = (origin: string) => ['--origin', origin, '--private-origin'];
const refused = ({ status, stdout, stderr }: CliRun) => ({ status, stdout, stderr });

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'bestfit-sync-cli-'));
  standIn = await startHubspot({ world, now: Date.now });
});
afterAll(async () => {
  await standIn.close();
  rmSync(folder, { recursive: true, force: true });
});

describe('a CRM from the command line', { timeout: 300_000 }, () => {
  it('is connected, read, scored, written to, and forgotten', async () => {
    expect((await bestfit('crm', ['connect'])).stdout).toMatch(
      /^No connection yet: `bestfit connect hubspot`/,
    );
    expect(await json('crm', 'connect', 'hubspot', ...to(standIn.origin))).toMatchObject({
      kind: 'connected',
      name: 'hubspot',
      secrets: 'environment',
      account: { streams: [{ stream: 'companies', readable: true, records: 120 }, {}, {}] },
    });
    expect(await json('crm', 'sync')).toMatchObject({
      kind: 'sync',
      state: 'done',
      streams: [
        { stream: 'companies', mode: 'full', added: 120 },
        { stream: 'deals', added: 300 },
        { stream: 'contacts', added: 60 },
      ],
      imported: { tables: expect.arrayContaining([{ table: 'accounts', rows: 120 }]) },
    });
    const listed = (await bestfit('crm', ['connect'])).stdout;
    expect(listed).toMatch(
      /^hubspot: HubSpot \(portal \d+\)\n {2}120 companies, 300 deals, 60 contacts; last synced/,
    );
    const shown = (await bestfit('crm', ['connect', 'show', '--fields'])).stdout;
    expect(shown).toContain('Where deals drop out');
    expect(shown).toMatch(/Last runs\n {2}.* UTC {2}read, done, 480 added, 0 changed, 0 merged, 0 deleted/);

    const unchosen = await bestfit('crm', ['sync', '--dry-run']);
    expect(refused(unchosen)).toMatchObject({
      status: 3,
      stderr: expect.stringContaining('connect set hubspot --write'),
    });
    await json('crm', 'profile', 'draft');
    const set = [
      'connect',
      'set',
      '--write',
      'fit,tier,scored_on',
      '--stage',
      'Qualified=lost',
      '--budget',
      '100%',
    ];
    expect(await json('crm', ...set)).toMatchObject({
      kind: 'connection-set',
      connection: { choices: { write: ['fit', 'tier', 'scored_on'], budgetShare: 1 } },
    });
    const planned = await bestfit('crm', ['sync', '--dry-run']);
    expect(planned.stdout).toMatch(
      /^Would write fit, tier, scored_on of \d+ records to `hubspot`\. Nothing was written\./,
    );
    expect(planned.stdout).toContain('Fields that the first write makes there: fit, tier, scored_on');
    const written = (await json('crm', 'sync', '--write')) as {
      readonly written: { readonly written: number };
    };
    expect(written).toMatchObject({
      kind: 'sync-and-write',
      written: { state: 'done', left: 0, failed: { total: 0 } },
    });
    expect(written.written.written).toBeGreaterThan(10);
    expect((await bestfit('crm', ['sync', '--write-only'])).stdout).toMatch(/^Nothing to write to `hubspot`/);

    standIn.changeShare(0.1, 4);
    expect(await json('crm', 'sync')).toMatchObject({
      streams: [{ mode: 'incremental', changed: expect.any(Number) }, {}, {}],
      imported: { kind: 'import' },
    });
    expect((await bestfit('crm', ['undo'])).status).toBe(0);
    expect(await json('crm', 'connect', 'remove', 'hubspot')).toEqual({
      kind: 'disconnected',
      name: 'hubspot',
    });
    expect(await json('crm', 'connect')).toEqual({ kind: 'connections', connections: [] });
    expect((await bestfit('crm', ['quality'])).stdout).toContain('hubspot companies (accounts');
  });

  it('is refused in words: what, where, and what to do', async () => {
    const missing = await bestfit('none', ['connect', 'hubspot', ...to(standIn.origin)], {
      BESTFIT_HUBSPOT_TOKEN: '',
    });
    expect(missing).toMatchObject({
      status: 3,
      stdout: '',
      stderr: expect.stringContaining('`BESTFIT_HUBSPOT_TOKEN`'),
    });
    const wrong = await bestfit('none', ['connect', 'hubspot', ...to(standIn.origin)], {
      BESTFIT_HUBSPOT_TOKEN: wrongToken,
    });
    expect(wrong).toMatchObject({ status: 3, stderr: expect.stringContaining('does not accept the token') });
    expect(await json('none', 'connect')).toEqual({ kind: 'connections', connections: [] });
    const plain = await bestfit('none', ['connect', 'hubspot', '--origin', standIn.origin]);
    expect(plain).toMatchObject({
      status: 3,
      stderr: expect.stringContaining('cannot be the address of an API'),
    });
    const salesforce = await bestfit('none', ['connect', 'salesforce']);
    expect(salesforce.stderr).toContain('bestfit connect salesforce --origin https://');
    const word = await bestfit('none', ['connect', 'hubspot', '--secret', `token=${token}`]);
    expect(word).toMatchObject({ status: 2, stderr: expect.stringContaining('NAME=@FILE') });
    const none = await bestfit('none', ['sync']);
    expect(none).toMatchObject({
      status: 3,
      stderr: expect.stringContaining('There is no connection in this workspace.'),
    });
  });

  it('of several is named', async () => {
    await json('two', 'connect', 'hubspot', ...to(standIn.origin));
    expect((await bestfit('two', ['connect', 'hubspot', ...to(standIn.origin)])).stderr).toContain(
      'There is a connection `hubspot` already.',
    );
    await json('two', 'connect', 'hubspot', '--name', 'second', ...to(standIn.origin));
    const unnamed = await bestfit('two', ['sync']);
    expect(unnamed.stderr).toBe(
      'There are 2 connections, and none was named.\nName one of them: `hubspot`, `second`.\n',
    );
    expect(unnamed.status).toBe(3);
    expect((await bestfit('two', ['sync', 'third'])).stderr).toContain('There is no connection `third`.');
  });

  const wrongChanges: readonly (readonly [readonly string[], string])[] = [
    [['--stage', 'Nobody=won'], 'There is no stage `Nobody`: there are `Contacted`'],
    [['--stage', 'Won=maybe'], 'it takes one of won, lost, open, ask'],
    [['--stage', 'Won'], 'STAGE=OUTCOME'],
    [['--read', 'companies.nothing'], '`companies` has no field `nothing`'],
    [['--read', 'firms.name'], '`hubspot` has no `firms`'],
    [['--write', 'fit,grade'], '`--write` cannot be `grade`'],
    [['--budget', '130%'], 'over 0% and up to 100%'],
    [['--option', 'plan=huge'], '`--option plan` cannot be `huge`: it takes one of'],
    [['--schedule', 'tomorrow'], 'is no schedule'],
  ];
  it('takes no change that it does not understand, and changes nothing then', async () => {
    for (const [change, words] of wrongChanges) {
      const run = await bestfit('two', ['connect', 'set', 'hubspot', ...change]);
      expect([run.status, run.stdout]).toEqual([2, '']);
      expect(run.stderr).toContain(words);
    }
    expect(await json('two', 'connect')).toMatchObject({
      connections: [
        { name: 'hubspot', choices: { outcomes: {}, write: [], schedule: null, budgetShare: 0.8 } },
        {},
      ],
    });
  });

  it('keeps a token encrypted, takes a new one, and tells none', async () => {
    const kept = { BESTFIT_HUBSPOT_TOKEN: '' };
    writeFileSync(join(folder, 'token.txt'), `${token}\n`);
    writeFileSync(join(folder, 'wrong.txt'), wrongToken);
    const secret = (file: string) => ['--secret', `token=@${join(folder, file)}`];
    const wrong = await bestfit(
      'kept',
      ['connect', 'hubspot', ...secret('wrong.txt'), ...to(standIn.origin)],
      kept,
    );
    expect(wrong.status).toBe(3);
    const made = await bestfit(
      'kept',
      ['connect', 'hubspot', ...secret('token.txt'), ...to(standIn.origin)],
      kept,
    );
    expect(made.stdout).toContain('The secrets are kept encrypted in this workspace');
    expect((await bestfit('kept', ['connect', 'set', ...secret('wrong.txt')], kept)).status).toBe(3);
    expect((await bestfit('kept', ['sync'], kept)).status).toBe(0);
    expect((await bestfit('kept', ['connect', 'set', ...secret('token.txt')], kept)).status).toBe(0);
    expect((await bestfit('kept', ['connect', 'set', ...secret('missing.txt')], kept)).stderr).toContain(
      'no file',
    );
    expect((await bestfit('kept', ['connect', 'show'], kept)).status).toBe(0);
  });

  it('that cannot be asked is shown as it is known', async () => {
    const other = await startHubspot({ world, now: Date.now });
    await json('gone', 'connect', 'hubspot', ...to(other.origin));
    await json('gone', 'sync');
    other.tokens.revokePrivate();
    const run = await bestfit('gone', ['connect', 'show']);
    await other.close();
    expect(run.status).toBe(3);
    expect(run.stdout).toContain('120 companies, 300 deals, 60 contacts; last synced');
    expect(run.stdout).toContain('could not be looked up. HubSpot does not accept the token');
  });

  it('whose budget is used up pauses, says when it goes on, and goes on', async () => {
    const small = await startHubspot({ world, now: Date.now, plan: { burst: 190, daily: 20, search: 5 } });
    await json('spent', 'connect', 'hubspot', ...to(small.origin));
    const paused = await bestfit('spent', ['sync']);
    expect(paused.status).toBe(0);
    expect(paused.stdout.replaceAll('\n', ' ')).toMatch(
      /^`hubspot` paused \(\d+ requests\): .*--budget 95%`\. $/,
    );
    expect(await json('spent', 'sync')).toMatchObject({ state: 'paused', imported: null });
    expect((await bestfit('spent', ['connect'])).stdout).toContain('The first sync has not come to its end');
    await small.close();
  });

  it('that may not be seen whole is read as far as it may', async () => {
    const shy = await startHubspot({ world, now: Date.now, hidden: ['contacts'] });
    const run = await bestfit('shy', ['connect', 'hubspot', ...to(shy.origin)]);
    expect(run.stdout).toContain('contacts: not read; missing: crm.objects.contacts.read');
    expect(await json('shy', 'sync')).toMatchObject({
      streams: [{ stream: 'companies' }, { stream: 'deals' }],
    });
    await json('shy', 'connect', 'set', '--streams', 'companies,deals,contacts');
    const all = await bestfit('shy', ['sync']);
    await shy.close();
    expect(all).toMatchObject({
      status: 3,
      stderr: expect.stringContaining('`crm.objects.contacts.read` is missing'),
    });
  });
});

describe('a folder of exports from the command line', { timeout: 120_000 }, () => {
  it('is read as a connection; a file that is gone is told, and nothing is written there', async () => {
    const exports = join(folder, 'exports');
    mkdirSync(exports);
    const file = (name: string, ...lines: readonly string[]) =>
      writeFileSync(join(exports, name), lines.join('\n'));
    file('companies.csv', 'Record ID,Company name,City', '1,Ada,Vigo', '2,Bo,Lugo');
    file('more.csv', 'Record ID,Company name', '3,Cy');
    expect((await bestfit('files', ['connect', 'folder'])).stderr).toContain('--option folder=PATH');
    const connected = await bestfit('files', ['connect', 'folder', '--option', 'folder=exports']);
    expect(connected.stdout).toContain('nothing is ever written there');
    expect(await json('files', 'sync')).toMatchObject({
      imported: { tables: [{ table: 'accounts', rows: 3 }] },
    });
    const write = await bestfit('files', ['connect', 'set', '--write', 'tier']);
    expect(write).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('Nothing can be written to `folder`'),
    });
    await json('files', 'connect', 'set', '--leave', 'companies.csv.City');
    rmSync(join(exports, 'more.csv'));
    const lost = await bestfit('files', ['sync']);
    expect(lost).toMatchObject({ status: 2, stderr: expect.stringContaining('`folder` has no `more.csv`') });
    expect((await bestfit('files', ['connect', 'show'])).status).toBe(0);
    await json('files', 'connect', 'set', '--streams', 'companies.csv');
    expect((await bestfit('files', ['sync'])).status).toBe(0);
  });
});

describe('secrets', () => {
  it('are in nothing that was printed and in no file of a workspace', () => {
    const files = readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && !entry.name.endsWith('.txt'))
      .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'latin1'));
    expect(files.length).toBeGreaterThan(20);
    for (const secret of [token, wrongToken])
      for (const text of [...said, ...files]) expect(text.includes(secret)).toBe(false);
  });
});
