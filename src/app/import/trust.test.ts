import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type TestWorkspace, testWorkspace } from '../../../test/test-workspace.ts';
import { reportQuality } from '../report-quality.ts';
import { setField } from '../set-field.ts';
import { undoImport } from '../undo-import.ts';

let workspace: TestWorkspace;

beforeEach(async () => {
  workspace = await testWorkspace();
});

afterEach(() => workspace.dispose());

const crm =
  'Company ID,Company name,Employees,Industry\n1,Acme,120,Retail\n2,Beta,,Retail\n3,Gamma,30,Media\n';
const list =
  'Company ID,Company name,Employees,Industry\n1,ACME Inc,100,Retail\n2,Beta,20,Retail\n3,Gamma,,Press\n';
const at = '2026-02-01T00:00:00Z';

async function both() {
  await workspace.import({ 'crm.csv': { text: crm, as: 'accounts' } });
  return workspace.import({ 'list.csv': { text: list, as: 'accounts' } });
}

async function employees() {
  return (await workspace.rows('accounts', ['account_id', 'employees', 'industry'])).map(Object.values);
}

describe('several sources of one field', () => {
  it('the newest that knows a value counts, and unknown never replaces known', async () => {
    await both();
    expect(await employees()).toEqual([
      ['1', 100, 'Retail'],
      ['2', 20, 'Retail'],
      ['3', 30, 'Press'],
    ]);
  });

  it('say where they disagree, with an example; how a name is written is no disagreement', async () => {
    const { disagreements } = await both();
    expect(disagreements).toEqual([
      {
        table: 'accounts',
        field: 'employees',
        rows: 1,
        sources: ['list.csv', 'crm.csv'],
        example: {
          row: '1',
          taken: { source: 'list.csv', value: expect.stringMatching(/^100/) },
          other: { source: 'crm.csv', value: expect.stringMatching(/^120/) },
        },
      },
      expect.objectContaining({ field: 'industry', rows: 1 }),
    ]);
  });

  it('count in the order that a person gives, field by field, over later imports, until undone', async () => {
    await both();
    const change = await setField(workspace, { table: null, field: 'employees', from: ['crm.csv'], at });
    expect(change.field.sources).toEqual(['crm.csv', 'list.csv']);
    expect(change.notes).toEqual([]);
    const trusted = [
      ['1', 120, 'Retail'],
      ['2', 20, 'Retail'],
      ['3', 30, 'Press'],
    ];
    expect(await employees()).toEqual(trusted);
    await workspace.import({ 'list.csv': { text: list.replace('20,', '21,'), as: 'accounts' } });
    expect(await employees()).toEqual([trusted[0], ['2', 21, 'Retail'], trusted[2]]);
    await undoImport(workspace);
    await undoImport(workspace);
    expect((await employees())[0]).toEqual(['1', 100, 'Retail']);
  });

  it('come up in the quality report with the command that turns them round', async () => {
    await both();
    const { findings } = await reportQuality(workspace, { asOf: '2026-02-01' });
    expect(findings.find(({ kind, field }) => kind === 'disagreeing' && field === 'employees')).toMatchObject(
      {
        count: 1,
        of: 3,
        fix: 'bestfit field employees --from crm.csv --from list.csv',
      },
    );
  });

  it('refuse a file that does not fill the field', async () => {
    await both();
    const asked = setField(workspace, { table: null, field: 'employees', from: ['other.csv'], at });
    await expect(asked).rejects.toMatchObject({ code: 'usage.bad-option' });
  });

  it('disagree about deals too', async () => {
    const deals = (stage: string) =>
      ({ text: `Deal ID,Company ID,Outcome,Amount\nd1,1,${stage},10\nd2,1,Won,5\n`, as: 'deals' }) as const;
    await workspace.import({ 'a.csv': deals('Lost') });
    const { disagreements } = await workspace.import({ 'b.csv': deals('Won') });
    expect(disagreements).toMatchObject([
      { table: 'deals', field: 'outcome', rows: 1, example: { row: 'd1' } },
    ]);
    await setField(workspace, { table: 'deals', field: 'outcome', from: ['a.csv', 'b.csv'], at });
    const rows = await workspace.rows('deals', ['deal_id', 'outcome']);
    expect(rows.map(({ outcome }) => outcome)).toEqual(['lost', 'won']);
  });
});
