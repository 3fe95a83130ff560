import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type TestWorkspace, testWorkspace } from '../../../test/test-workspace.ts';

let workspace: TestWorkspace;

beforeEach(async () => {
  workspace = await testWorkspace();
});

afterEach(() => workspace.dispose());

it('a file wider than a slice has every column mapped by its own values, none left on disk', async () => {
  const columns = Array.from({ length: 230 }, (_, index) => `measure_${index}`);
  const rows = Array.from({ length: 12 }, (_, row) =>
    [
      `A${row}`,
      `Firm ${row}`,
      ...columns.map((_, index) => (index % 2 ? row * index : `w${(row + index) % 3}`)),
    ].join(','),
  );
  const text = [['id', 'name', ...columns].join(','), ...rows].join('\n');
  const { files } = await workspace.import({ 'wide.csv': { text, as: 'accounts' } });
  expect(files[0]?.rows).toEqual({ in: 12, kept: 12, quarantined: 0 });
  const kinds = files[0]?.mapping.columns.slice(2).map(({ kind }) => kind);
  expect(kinds?.slice(2)).toEqual(columns.slice(2).map((_, index) => (index % 2 ? 'number' : 'category')));
  const [row] = await workspace.rows('accounts', ['account_id', 'measure_101', 'measure_228', 'measure_229']);
  expect(row).toEqual({ account_id: 'A0', measure_101: 0, measure_228: 'w0', measure_229: 0 });
  expect(await readdir(join(workspace.store.path, 'data', 'drafts'))).toEqual([]);
});
