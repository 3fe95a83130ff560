import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type TestWorkspace, testWorkspace } from '../../../test/test-workspace.ts';
import { setField } from '../set-field.ts';
import { undoImport } from '../undo-import.ts';

let workspace: TestWorkspace;

beforeEach(async () => {
  workspace = await testWorkspace();
});

afterEach(() => workspace.dispose());

const on = (observedOn: string) => ({ observedOn });
const [may, july, october] = ['2026-05-06', '2026-07-31', '2026-10-01'];
const columns = ['account_id', 'kind', 'about', 'observed_on', 'strength'] as const;

/** The signals as sorted lines of words. */
async function signals(): Promise<readonly string[]> {
  const rows = await workspace.rows('signals', columns);
  return rows.map((row) => columns.map((name) => row[name] ?? '-').join(' ')).toSorted();
}

describe('companies on two days', () => {
  const header = 'id,name,Employees,Status,Hiring,Offices,Owner,Revenue,Notes\n';
  const first = `${header}1,Acme,10,Active,no,1,Ana,100,a
2,Beta,20,Active,yes,2,Ana,200,b
3,Gamma,,,no,3,Ana,300,c
4,Delta,0,active,yes,4,Ana,400,d
5,Epsilon,51-200,Active,,5,Ana,500,e
6,Zeta,51-200,Active,no,6,Ana,600,f
`;
  const second = `${header}1,Acme,15,Acquired,yes,3,Luis,110,x
2,Beta,15,Active,yes,1,Luis,210,y
3,Gamma,30,Active,no,3,Luis,310,z
4,Delta,5,ACTIVE,,4,Luis,410,u
5,Epsilon,201-500,Active,no,5,Luis,510,v
6,Zeta,60,Active,no,6,Luis,610,w
7,Eta,70,Active,no,7,Luis,710,n
`;
  const found = [
    `1 custom hiring: yes ${july} -`,
    `1 custom status: Acquired ${july} -`,
    `1 headcount_growth - ${july} 0.5`,
    `1 location_opened - ${july} 2`,
    `2 custom headcount fell ${july} 0.25`,
    `2 custom offices fell ${july} 0.5`,
    `4 headcount_growth - ${july} -`,
    `5 headcount_growth - ${july} -`,
  ];

  it('differ by signals: known to known only, neither money nor text nor what we decide, a band when wholly beyond', async () => {
    await workspace.import({ 'list.csv': { text: first, as: 'accounts' } }, on(may));
    const { files } = await workspace.import({ 'list.csv': second }, on(july));
    expect(await signals()).toEqual(found);
    expect(files[0]?.found).toMatchObject({ from: may, to: july, added: 1, gone: 0 });
    expect(files[0]?.found?.fields.map(({ field, rows }) => [field, rows])).toEqual([
      ['employees', 4],
      ['offices', 2],
      ['hiring', 1],
      ['status', 1],
    ]);
    const [row] = await workspace.rows('signals', ['source']);
    expect(row?.source).toBe(`changes in list.csv, ${may} to ${july}`);
  });

  it('that compare say that the others did not grow', async () => {
    await workspace.import({ 'list.csv': { text: first, as: 'accounts' } }, on(may));
    await workspace.import({ 'list.csv': second }, on(july));
    const covered = await workspace.rows('coverage', ['account_id', 'scope', 'checked_on']);
    const growth = covered.filter(({ scope }) => scope === 'headcount_growth');
    expect(growth.map(({ account_id }) => account_id).toSorted()).toEqual(['1', '2', '4', '5', '6']);
    expect(growth[0]?.checked_on).toBe(july);
  });

  it('given again for the same day replace what that day said', async () => {
    await workspace.import({ 'list.csv': { text: first, as: 'accounts' } }, on(may));
    await workspace.import({ 'list.csv': first.replace('10,Active', '99,Inactive') }, on(july));
    await workspace.import({ 'list.csv': second }, on(july));
    expect(await signals()).toEqual(found);
  });

  it('keep their signals at a third date and at an import without one', async () => {
    await workspace.import({ 'list.csv': { text: first, as: 'accounts' } }, on(may));
    await workspace.import({ 'list.csv': second }, on(july));
    await workspace.import({ 'list.csv': second.replace('15,Acquired', '30,Acquired') }, on(october));
    const all = [...found, `1 headcount_growth - ${october} 1`].toSorted();
    expect(await signals()).toEqual(all);
    await workspace.import({ 'list.csv': second });
    expect(await signals()).toEqual(all);
  });

  it('are refused in the wrong order', async () => {
    await workspace.import({ 'list.csv': { text: second, as: 'accounts' } }, on(july));
    await expect(workspace.import({ 'list.csv': first }, on(may))).rejects.toMatchObject({
      code: 'input.older-date',
    });
  });

  it('lose their signals with an undo, and those of one field when a person switches it off', async () => {
    await workspace.import({ 'list.csv': { text: first, as: 'accounts' } }, on(may));
    await workspace.import({ 'list.csv': second }, on(july));
    const at = '2026-11-20T00:00:00.000Z';
    await setField(workspace, { table: null, field: 'status', signals: false, at });
    const others = found.filter((line) => !line.includes('status'));
    expect(await signals()).toEqual(others);
    const again = await workspace.import({ 'list.csv': second }, on(july));
    expect(await signals()).toEqual(others);
    expect(again.files[0]?.found?.fields).toContainEqual(
      expect.objectContaining({ field: 'status', rows: 1, left: 'switched off' }),
    );
    await setField(workspace, { table: null, field: 'status', signals: true, at });
    expect(await signals()).toEqual(found);
    for (let steps = 0; steps < 4; steps += 1) await undoImport(workspace);
    expect(await signals()).toEqual([]);
  });

  it('do not change by what a person decides about their values', async () => {
    const text = (count: number) => `id,name,Sector\n1,Acme,Retail\n2,Beta,Retial\n3,Gamma,Shop ${count}\n`;
    await workspace.import({ 'list.csv': { text: text(1), as: 'accounts' } }, on(may));
    await workspace.import({ 'list.csv': text(2) }, on(july));
    const at = '2026-11-20T00:00:00.000Z';
    const merge = [{ from: 'Retial', to: 'Retail' }];
    await setField(workspace, { table: null, field: 'industry', merge, signals: true, at });
    await workspace.import({ 'list.csv': text(3) }, on(july));
    expect(await signals()).toEqual([`3 custom industry: Shop 3 ${july} -`]);
  });

  it('written anew are no change', async () => {
    const rows = (words: string) =>
      Array.from({ length: 20 }, (_, i) => `${i},Company ${i},${words} ${i % 3}\n`).join('');
    await workspace.import(
      { 'list.csv': { text: `id,name,Segment\n${rows('Group')}`, as: 'accounts' } },
      on(may),
    );
    const { files } = await workspace.import({ 'list.csv': `id,name,Segment\n${rows('Cluster')}` }, on(july));
    expect(await signals()).toEqual([]);
    expect(files[0]?.found?.fields).toMatchObject([{ field: 'segment', rows: 20, left: 'written anew' }]);
  });

  it('filed elsewhere did nothing, until a person says that this is an event', async () => {
    const text = (sector: string) =>
      `id,name,Sector,Sub-industry\n1,Acme,${sector},a\n2,Beta,Media,b\n3,Gamma,Media,b\n`;
    await workspace.import({ 'list.csv': { text: text('Retail'), as: 'accounts' } }, on(may));
    const { files } = await workspace.import({ 'list.csv': text('Media').replace(',a', ',b') }, on(july));
    expect(await signals()).toEqual([]);
    expect(files[0]?.found?.fields.map(({ field, rows, left }) => [field, rows, left])).toEqual([
      ['industry', 1, 'filed elsewhere'],
      ['sub_industry', 1, 'filed elsewhere'],
    ]);
    const at = '2026-11-20T00:00:00.000Z';
    await setField(workspace, { table: null, field: 'industry', signals: true, at });
    const found = [`1 custom industry: Media ${july} -`];
    expect(await signals()).toEqual(found);
    await workspace.import({ 'list.csv': text('Media').replace(',a', ',b') }, on(july));
    expect(await signals()).toEqual(found);
  });

  it('without names for the rows are not compared: a row number is no company', async () => {
    const text = (size: number) => `Employees,Industry\n${size},Retail\n20,Media\n`;
    await workspace.import({ 'list.csv': { text: text(10), as: 'accounts' } }, on(may));
    const { files } = await workspace.import({ 'list.csv': text(15) }, on(july));
    expect(files[0]?.found?.fields).toEqual([]);
    expect(await signals()).toEqual([]);
  });
});

describe('tools on two days', () => {
  const was = 'Website,Technology,Category\nacme.com,HubSpot,CRM\nbeta.es,Pipedrive,CRM\n';
  const is =
    'Website,Technology,Category\nacme.com,Salesforce,CRM\nbeta.es,pipedrive,CRM\nbeta.es,Zendesk,Support\n';

  it('are adopted and dropped where they were looked for on both', async () => {
    const covers = { covers: 'all' } as const;
    await workspace.import({ 'tools.csv': { text: was, as: 'technologies' } }, { ...on(may), ...covers });
    await workspace.import({ 'tools.csv': is }, { ...on(july), ...covers });
    expect(await signals()).toEqual([
      `acme.com technology_adopted Salesforce ${july} -`,
      `acme.com technology_dropped HubSpot ${july} -`,
    ]);
  });

  it('are unknown where they were not', async () => {
    await workspace.import({ 'tools.csv': { text: was, as: 'technologies' } }, on(may));
    await workspace.import({ 'tools.csv': is }, on(july));
    expect(await signals()).toEqual([]);
  });
});

describe('postings on two days', () => {
  const was =
    'id,Website,Title,Role,Posted on,URL\np1,acme.com,Cook,kitchen,2 months ago,https://jobs.example/p1\np2,acme.com,Waiter,service,about 1 year,https://jobs.example/p2\np3,beta.es,Clerk,office,3 days,https://jobs.example/p3\n';
  const is =
    'id,Website,Title,Role,Posted on,URL\np1,acme.com,Head cook,kitchen,5 months,https://jobs.example/p1-head\np4,acme.com,Baker,kitchen,1 week,https://jobs.example/p4\n';
  const open = [
    `acme.com job_posted kitchen 2026-03-06 -`,
    `acme.com job_posted service 2025-05-06 -`,
    `beta.es job_posted office 2026-05-03 -`,
  ];

  it('are dated by their age, counted from the day of the file', async () => {
    const { files } = await workspace.import({ 'job_postings.csv': was }, on(may));
    expect(files[0]?.mapping).toMatchObject({ as: 'signals', signal: 'job_posted' });
    expect(await signals()).toEqual(open);
  });

  it('new ones are added, those seen before keep their day, closed ones stay what they were and are no hire', async () => {
    await workspace.import({ 'job_postings.csv': was }, on(may));
    const { files } = await workspace.import({ 'job_postings.csv': is }, on(july));
    expect(files[0]?.found).toMatchObject({ added: 1, gone: 2 });
    expect(await signals()).toEqual(
      [
        ...open,
        `acme.com custom job posting closed ${july} -`,
        `beta.es custom job posting closed ${july} -`,
        `acme.com job_posted kitchen 2026-07-24 -`,
      ].toSorted(),
    );
    expect(await workspace.rows('accounts', ['account_id'])).toHaveLength(2);
    await workspace.import({ 'job_postings.csv': is }, on(july));
    expect(await signals()).toHaveLength(6);
    await workspace.import({ 'job_postings.csv': is }, on(october));
    expect(await signals()).toHaveLength(6);
  });

  it('that close say nothing when a person switches that off, and again when it is on', async () => {
    await workspace.import({ 'job_postings.csv': was }, on(may));
    await workspace.import({ 'job_postings.csv': is }, on(july));
    const kinds = async () => (await signals()).filter((line) => line.includes('closed')).length;
    const at = '2026-11-20T00:00:00.000Z';
    const off = await setField(workspace, { table: null, field: 'signals.kind', signals: false, at });
    expect([await kinds(), off.notes]).toEqual([0, []]);
    const { files } = await workspace.import({ 'job_postings.csv': is }, on(july));
    expect(files[0]?.found?.fields).toMatchObject([{ field: 'kind', rows: 2, left: 'switched off' }]);
    await workspace.import({ 'job_postings.csv': was }, on(october));
    expect([await kinds(), (await signals()).length]).toEqual([0, 4]);
    await setField(workspace, { table: null, field: 'signals.kind', signals: true, at });
    expect(await kinds()).toBe(3);
  });
});
