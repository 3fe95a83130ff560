import { readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { afterEach, describe, expect, it } from 'vitest';
import { type TestWorkspace, testWorkspace } from '../../test/test-workspace.ts';
import { examineWorkspace } from './examine-workspace.ts';

const at = '2026-11-27T10:00:00.000Z';
const open: TestWorkspace[] = [];
afterEach(async () => {
  for (const workspace of open.splice(0)) await workspace.dispose();
});

async function twoImports(): Promise<TestWorkspace> {
  const workspace = await testWorkspace();
  open.push(workspace);
  await workspace.import({ 'customers.csv': 'customer id,company,sector\n1,Ada,Clinic\n2,Bo,School\n' });
  await workspace.import({ 'customers.csv': 'customer id,company,sector\n1,Ada,Clinic\n3,Cy,Hotel\n' });
  return workspace;
}

async function pathOfHead({ store }: TestWorkspace): Promise<string> {
  const [ref] = Object.values((await store.head())?.snapshot.tables ?? {});
  return store.filePath(ref!);
}

describe('examineWorkspace', () => {
  it('calls a workspace sound whose files are all there with all their rows', async () => {
    const report = await examineWorkspace(await twoImports(), { repair: false, at });
    expect(report).toMatchObject({ sound: true, findings: [], looked: { commits: 2 } });
    expect(report.looked.rows).toBeGreaterThan(3);
  });

  it.each([
    ['cut off', 'file-altered', (path: string) => truncateSync(path, 40)],
    ['gone', 'file-missing', (path: string) => rmSync(path)],
    [
      'altered in one bit',
      'file-altered',
      (path: string) => {
        const content = readFileSync(path);
        content[20]! ^= 1;
        writeFileSync(path, content);
      },
    ],
  ])('names a file that is %s and what it holds, and mends nothing unasked', async (_, code, spoil) => {
    const workspace = await twoImports();
    spoil(await pathOfHead(workspace));
    const report = await examineWorkspace(workspace, { repair: false, at });
    expect(report.sound).toBe(false);
    const bad = report.findings.filter(({ severity }) => severity === 'wrong');
    expect(bad).toMatchObject([
      { code, detail: expect.stringMatching(/customers\.csv of the current data/), repaired: null },
    ]);
  });

  it('goes back to the newest import whose files are whole when asked to repair', async () => {
    const workspace = await twoImports();
    const [, first] = await workspace.store.commits();
    truncateSync(await pathOfHead(workspace), 40);
    const report = await examineWorkspace(workspace, { repair: true, at });
    expect(report).toMatchObject({ sound: true, snapshot: first?.snapshot.id });
    expect(report.findings[0]?.repaired).toContain(`snapshot ${first?.snapshot.id} is current again`);
    expect((await examineWorkspace(workspace, { repair: false, at })).sound).toBe(true);
  });

  it('marks a job whose process is gone as interrupted', async () => {
    const workspace = await twoImports();
    const asked = { kind: 'import', request: {}, createdAt: at };
    const { id } = await workspace.store.addJob(asked);
    const begun = { state: 'running', startedAt: at, seenAt: '2020-01-01T00:00:00.000Z', pid: 1 } as const;
    await workspace.store.updateJob(id, 'queued', begun);
    const report = await examineWorkspace(workspace, { repair: true, at });
    expect(report.findings).toMatchObject([{ code: 'job-lost', repaired: 'marked as interrupted' }]);
    expect((await workspace.store.job(id))?.state).toBe('interrupted');
  });
});
