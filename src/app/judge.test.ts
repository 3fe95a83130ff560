import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type TestWorkspace, testWorkspace } from '../../test/test-workspace.ts';
import { discoverDocument } from './discover-document.ts';
import { discoverPatterns } from './discover-patterns.ts';
import { explainPattern } from './explain-pattern.ts';
import { type JudgeRequest, judge } from './judge.ts';

let workspace: TestWorkspace;

beforeEach(async () => {
  workspace = await testWorkspace();
});

afterEach(() => workspace.dispose());

const request = {
  contrast: null,
  asOf: '2026-01-01',
  last: null,
  seed: 1,
  permutations: 199,
  at: '2026-01-01T10:00:00.000Z',
  onProgress: () => undefined,
};

async function discovered() {
  const rows = Array.from({ length: 24 }, (_, i) => [
    `A${i}`,
    `Firm ${i}`,
    (i % 3 === 0 ? 50_000 : 2000) + 37 * i,
    `2023-01-${10 + (i % 15)}`,
    (i % 3 === 0) !== (i % 7 === 0) ? 'clinic' : 'shop',
  ]);
  const header = ['Account ID', 'Company', 'Contract value', 'Start date', 'Sector'];
  const text = `${[header, ...rows].map((row) => row.join(',')).join('\n')}\n`;
  await workspace.import({ 'c.csv': { text, as: 'customers' } });
  return again();
}

async function again() {
  const result = await discoverPatterns(workspace, request);
  if (result.kind !== 'discovery') throw new Error(result.kind);
  return result;
}

const say = (said: Partial<JudgeRequest>) =>
  judge(workspace, {
    account: null,
    pattern: null,
    kind: 'agree',
    team: 'sales',
    reason: 'our partner is there',
    by: 'ann',
    on: '2026-01-01T10:05:00.000Z',
    ...said,
  });

describe('what people say', () => {
  it('of a pattern stands beside its figures and changes none', async () => {
    const before = await discovered();
    const { id } = before.patterns[0]!;
    await say({ pattern: id });
    const after = await again();
    expect(after.patterns).toEqual(before.patterns);
    const { patterns } = discoverDocument(after) as { patterns: { id: string; said: unknown[] }[] };
    expect(patterns.find((pattern) => pattern.id === id)?.said).toMatchObject([
      { team: 'sales', kind: 'agree', reason: 'our partner is there' },
    ]);
    expect(patterns.filter(({ said }) => said.length > 0)).toHaveLength(1);
  });

  it('of a pattern and of the accounts behind it is told where they are named', async () => {
    const { patterns } = await discovered();
    await say({ pattern: patterns[0]!.id, kind: 'disagree', team: 'support' });
    await say({ account: 'A21', kind: 'hard-to-serve', team: 'support', reason: 'three escalations' });
    const explained = await explainPattern(workspace, {
      ...request,
      pattern: patterns[0]!.id,
      top: 24,
      anyDay: true,
    });
    if (explained.kind !== 'explained-pattern') throw new Error(explained.kind);
    expect(explained.judgements).toMatchObject([{ kind: 'disagree', team: 'support' }]);
    const members = Object.values(explained.groups).flatMap((group) => group.members);
    expect(members.filter(({ said }) => said.length > 0)).toMatchObject([
      { accountId: 'A21', said: [{ kind: 'hard-to-serve' }] },
    ]);
  });

  it('of a pattern that no discovery found is refused, with those there are', async () => {
    const { patterns } = await discovered();
    const refused = await say({ pattern: 'p-nothing' }).catch((error: unknown) => error);
    expect(refused).toMatchObject({ code: 'pattern.missing' });
    expect(String((refused as { remedy: string }).remedy)).toContain(patterns[0]!.id);
  });

  it('of a pattern is agree, disagree or a note; of an account what it is like', async () => {
    const { patterns } = await discovered();
    const { id } = patterns[0]!;
    await expect(say({ pattern: id, kind: 'easy-to-serve' })).rejects.toMatchObject({
      code: 'usage.bad-option',
    });
    await expect(say({ account: 'A1', kind: 'agree' })).rejects.toMatchObject({ code: 'usage.bad-option' });
    await expect(say({ account: 'A1', kind: 'note' })).resolves.toMatchObject({ accountId: 'A1' });
  });

  it('of a pattern ends the question whether people see it', async () => {
    const before = await discovered();
    const asked = before.questions[0];
    if (asked === undefined) throw new Error('nothing is asked');
    await say({ pattern: asked.id });
    expect((await again()).next?.commands.join()).not.toContain(`--pattern ${asked.id}`);
  });
});
