import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { noChoices, type TestWorkspace, testWorkspace } from '../../../test/test-workspace.ts';
import type { Repeats } from '../../stages/dataset/index.ts';
import { reportQuality } from '../report-quality.ts';
import { undoImport } from '../undo-import.ts';

const asOf = '2026-12-01';
const touches = `Company,Channel,Happened on
Acme,mail,2026-01-01
Acme,mail,2026-01-01
Acme,mail,2026-01-01
Bolt,phone,2026-01-02
`;

let workspace: TestWorkspace;

beforeEach(async () => {
  workspace = await testWorkspace();
});

afterEach(() => workspace.dispose());

async function importTouches(repeats: Repeats | null, text = touches) {
  const path = await workspace.write('touches.csv', text);
  const choices = noChoices();
  choices.as.push({ file: null, value: 'touches' });
  if (repeats !== null) choices.repeats.push({ file: null, value: repeats });
  return workspace.import({ 'touches.csv': { path } }, { choices });
}

async function repeatsFound() {
  const { findings } = await reportQuality(workspace, { asOf });
  return findings.filter(({ kind }) => kind === 'duplicates');
}

describe('rows alike cell by cell', () => {
  it('are kept until a person says otherwise, and come with the command that sets them aside', async () => {
    const { files } = await importTouches(null);
    expect(files[0]).toMatchObject({
      rows: { in: 4, kept: 4 },
      duplicates: { rows: 2, by: 'whole row', kept: true },
    });
    expect(await repeatsFound()).toMatchObject([{ fix: 'bestfit import touches.csv --repeats drop' }]);
  });

  it('are set aside where a person said so, with the line that they repeat, and nothing is lost', async () => {
    const { files } = await importTouches('drop');
    expect(files[0]).toMatchObject({
      rows: { in: 4, kept: 2, quarantined: 2 },
      duplicates: { rows: 2, by: 'whole row', kept: false },
    });
    expect(await workspace.rows('touches', ['channel'])).toHaveLength(2);
    const aside = await workspace.quarantine();
    expect(aside.map(({ line, reason }) => [line, reason])).toEqual([
      [3, 'the same cells as line 2'],
      [4, 'the same cells as line 2'],
    ]);
    expect(await repeatsFound()).toEqual([]);
  });

  it('are no question any more when each is one of its own', async () => {
    await importTouches('keep');
    expect(await workspace.rows('touches', ['channel'])).toHaveLength(4);
    expect(await repeatsFound()).toEqual([]);
  });

  it('follow what was said when the file is imported again, and undo takes that back', async () => {
    await importTouches(null);
    await importTouches('drop');
    await importTouches(null, `${touches}Cobra,mail,2026-01-03\nCobra,mail,2026-01-03\n`);
    expect(await workspace.rows('touches', ['channel'])).toHaveLength(3);
    await undoImport(workspace);
    await undoImport(workspace);
    expect(await workspace.rows('touches', ['channel'])).toHaveLength(4);
    expect(await repeatsFound()).toHaveLength(1);
  });

  it('may be most of a file: it is no broken one', async () => {
    const rows = 'Acme,mail,2026-01-01\n'.repeat(9);
    const { files } = await importTouches('drop', `Company,Channel,Happened on\n${rows}`);
    expect(files[0]?.rows).toMatchObject({ in: 9, kept: 1, quarantined: 8 });
  });

  it('of a file with a key repeat that key: they are set aside anyway, and stay a question', async () => {
    const choices = noChoices();
    choices.repeats.push({ file: null, value: 'keep' });
    const path = await workspace.write(
      'deals.csv',
      'Deal ID,Company,Outcome\nD1,Acme,Won\nD2,Bolt,Lost\nD1,Acme,Won\n',
    );
    const { files } = await workspace.import({ 'deals.csv': { path } }, { choices });
    expect(files[0]?.duplicates).toEqual({ rows: 1, by: 'key', kept: false });
    expect(await repeatsFound()).toMatchObject([{ fix: 'bestfit export quarantine --to quarantine.csv' }]);
  });

  it('are one order line, not two, among purchases', async () => {
    const orders = 'Company,Amount,Date\nAcme,€10,2026-01-01\nAcme,€10,2026-01-01\nBolt,,2026-01-01\n';
    const choices = noChoices();
    choices.as.push({ file: null, value: 'transactions' });
    choices.repeats.push({ file: 'orders.csv', value: 'drop' });
    const path = await workspace.write('orders.csv', orders + 'Cobra,€5,2026-01-02\n'.repeat(2));
    const { files } = await workspace.import({ 'orders.csv': { path } }, { choices });
    expect(files[0]?.rows).toMatchObject({ in: 5, kept: 2, quarantined: 3 });
    expect(await workspace.rows('customers', ['account_id', 'purchase_value'])).toEqual([
      { account_id: expect.anything(), purchase_value: 10 },
      { account_id: expect.anything(), purchase_value: 5 },
    ]);
  });
});
