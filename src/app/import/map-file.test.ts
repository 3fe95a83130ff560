import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type TestWorkspace, testWorkspace } from '../../../test/test-workspace.ts';

let workspace: TestWorkspace;

beforeEach(async () => {
  workspace = await testWorkspace();
});

afterEach(() => workspace.dispose());

/** Short forms come again and again, sums written in full are all different. */
function sum(row: number): string {
  if (row % 4 !== 0) return `€${(row % 1_200) + 1}.${row % 10}k`;
  return `"${(row % 800) + 100}.${String(100 + (row % 900))},${10 + (row % 89)}"`;
}

describe('the decimal mark of a long column', () => {
  it('is that of the sums written in full, however many short forms are commoner', async () => {
    const rows = Array.from({ length: 30_000 }, (_, row) => `A${row},Company ${row},${sum(row)}`);
    const { files } = await workspace.import({ 'list.csv': `Id,Company,Revenue\n${rows.join('\n')}\n` });
    const revenue = files[0]?.mapping.columns.find(({ column }) => column === 'Revenue');
    expect(revenue).toMatchObject({
      field: 'revenue',
      kind: 'money',
      format: { decimal: ',', currency: 'EUR' },
    });
    expect(files[0]?.rows).toEqual({ in: 30_000, kept: 30_000, quarantined: 0 });
  });
});
