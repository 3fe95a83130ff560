import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type TestWorkspace, testWorkspace } from '../../../test/test-workspace.ts';
import { setField } from '../set-field.ts';
import { undoImport } from '../undo-import.ts';

const leads = `lead_id,created date,origin
l1,2026-01-05,social
l2,2026-02-01,search
l3,2026-06-20,search
l4,,email
`;
const won = `lead_id,company,won date,segment
l2,Acme,2026-03-01,retail
l9,Beta,2026-06-30,media
`;
const lost = [{ file: null, value: { kind: 'lost' } }] as const;
const after30 = [{ file: 'leads.csv', value: { kind: 'lost-after', days: 30 } }] as const;
const both = { 'leads.csv': leads, 'won.csv': won };

let workspace: TestWorkspace;

beforeEach(async () => {
  workspace = await testWorkspace();
});

afterEach(() => workspace.dispose());

/** Outcome and day of closing by deal. */
async function endings(): Promise<Readonly<Record<string, string>>> {
  const rows = await workspace.rows('deals', ['deal_id', 'outcome', 'closed_on']);
  return Object.fromEntries(
    rows.map((row) => [row.deal_id, `${String(row.outcome)} ${String(row.closed_on)}`]),
  );
}

describe('leads without a deal', () => {
  it('stay unknown until a person says what that means, and are counted', async () => {
    const { absences } = await workspace.import(both);
    expect(absences).toEqual([
      {
        source: 'leads.csv',
        means: null,
        table: 'deals',
        listed: 4,
        known: 1,
        lost: 0,
        open: 0,
        unknown: 3,
        until: '2026-06-30',
        timeToWin: null,
        proposed: null,
      },
    ]);
    expect(await endings()).toMatchObject({ l1: 'null null', l2: 'won 2026-03-01' });
  });

  it('are lost, on a day that nobody knows', async () => {
    const { absences } = await workspace.import(both, { absent: lost });
    expect(absences).toMatchObject([{ means: { kind: 'lost' }, lost: 3, open: 0, unknown: 0 }]);
    expect(await endings()).toEqual({
      l1: 'lost null',
      l2: 'won 2026-03-01',
      l3: 'lost null',
      l4: 'lost null',
      l9: 'won 2026-06-30',
    });
  });

  it('are lost after so many days, open before, and unknown without a day', async () => {
    const { absences } = await workspace.import(both, { absent: after30 });
    expect(absences).toMatchObject([{ lost: 1, open: 1, unknown: 1, until: '2026-06-30' }]);
    expect(await endings()).toMatchObject({ l1: 'lost 2026-02-04', l3: 'open null', l4: 'null null' });
  });

  it('are counted up to the day on which the files were true', async () => {
    await workspace.import(both, { absent: after30, observedOn: '2026-07-31' });
    expect(await endings()).toMatchObject({ l1: 'lost 2026-02-04', l3: 'lost 2026-07-20' });
  });

  it('keep what was said when the closed deals are imported anew', async () => {
    await workspace.import(both, { absent: lost });
    await workspace.import({ 'won.csv': `${won}l3,Gamma,2026-08-01,media\n` });
    expect(await endings()).toMatchObject({ l1: 'lost null', l3: 'won 2026-08-01' });
  });

  it('get another meaning without a new import, which undo takes back', async () => {
    await workspace.import(both, { absent: lost });
    const asked = { table: null, field: 'outcome', at: '2026-11-20T10:00:00.000Z' };
    const change = await setField(workspace, {
      ...asked,
      absent: [{ file: null, value: { kind: 'open' } }],
    });
    expect(change).toMatchObject({ absences: [{ means: { kind: 'open' }, open: 3 }], notes: [] });
    expect(await endings()).toMatchObject({ l1: 'open null', l4: 'open null' });
    await undoImport(workspace);
    expect(await endings()).toMatchObject({ l1: 'lost null', l4: 'lost null' });
  });

  it('are not asked about where a file says itself how deals stand', async () => {
    const { absences } = await workspace.import({ 'won.csv': won });
    expect(absences).toEqual([]);
    await expect(workspace.import({ 'won.csv': won }, { absent: lost })).rejects.toMatchObject({
      code: 'usage.bad-option',
    });
  });
});

describe('accounts without a deal', () => {
  const accounts = 'company,industry\nAcme,retail\nBeta,media\nGamma,media\n';
  const files = { 'accounts.csv': { text: accounts, as: 'accounts' as const }, 'won.csv': won };

  it('are prospects until a person says that they were lost', async () => {
    const { absences } = await workspace.import(files);
    expect(absences).toMatchObject([{ table: 'accounts', listed: 3, known: 2, unknown: 1, proposed: null }]);
    expect(await workspace.rows('deals', ['deal_id'])).toHaveLength(2);
  });

  it('become lost deals of their own', async () => {
    const { absences } = await workspace.import(files, { absent: lost });
    expect(absences).toMatchObject([{ table: 'accounts', lost: 1, unknown: 0 }]);
    const rows = await workspace.rows('deals', ['account_id', 'outcome']);
    const [gamma] = await workspace
      .rows('accounts', ['account_id', 'name'])
      .then((all) => all.filter(({ name }) => name === 'Gamma'));
    expect(rows.filter(({ outcome }) => outcome === 'lost')).toEqual([
      { account_id: gamma?.account_id, outcome: 'lost' },
    ]);
  });

  it('leave the meaning to the leads where a file lists some', async () => {
    const { absences } = await workspace.import({ ...files, 'leads.csv': leads }, { absent: lost });
    expect(absences.map(({ source, lost }) => [source, lost])).toEqual([['leads.csv', 3]]);
  });

  it('cannot be lost after some days: no day says when they came', async () => {
    const absent = [{ file: null, value: { kind: 'lost-after', days: 30 } }] as const;
    await expect(workspace.import(files, { absent })).rejects.toMatchObject({ code: 'usage.bad-option' });
  });
});
