import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type TestWorkspace, testWorkspace } from '../../test/test-workspace.ts';
import { exportQuarantine } from './export-quarantine.ts';

let workspace: TestWorkspace;
let folder: string;

beforeEach(async () => {
  workspace = await testWorkspace();
  folder = await mkdtemp(join(tmpdir(), 'bestfit-export-'));
});

afterEach(async () => {
  await workspace.dispose();
  await rm(folder, { recursive: true });
});

it('makes formulas inert whatever their column is called', async () => {
  const header = 'Company,Contract value,__proto__,constructor,toString';
  const bad = 'Bolt,see contract,=1+1,=2+2,=3+3';
  await workspace.import({ 'c.csv': { text: `${header}\nAcme,1000,a,b,c\n${bad}\nCobra,900,a,b,c\n` } });
  const to = join(folder, 'quarantine.csv');
  const { neutralised } = await exportQuarantine(workspace, {
    to,
    format: 'csv',
    force: false,
    source: null,
  });
  expect(neutralised).toBe(3);
  expect(await readFile(to, 'utf8')).toContain("'=1+1,'=2+2,'=3+3");
});
