import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type TestWorkspace, testWorkspace } from '../../test/test-workspace.ts';
import { discoverDocument } from './discover-document.ts';
import { discoverPatterns } from './discover-patterns.ts';
import { explainPattern } from './explain-pattern.ts';

let workspace: TestWorkspace;

beforeEach(async () => {
  workspace = await testWorkspace();
});

afterEach(() => workspace.dispose());

const request = {
  contrast: 'best-rest' as const,
  asOf: '2026-01-01',
  last: null,
  seed: 1,
  permutations: 499,
  at: '2026-01-01T10:00:00.000Z',
  onProgress: () => undefined,
};

const n = 240;
const isBest = (i: number) => i % 3 === 0;
/** Sector of most, `Unknown`, `n/a` or nothing of a fifth; scores that only the best were given; rooms that they more often have. */
const rows = Array.from({ length: n }, (_, i) => {
  const own = isBest(i) ? (i % 4 === 0 ? 'shop' : 'clinic') : i % 5 === 1 ? 'clinic' : 'shop';
  return [
    `A${i}`,
    `Firm ${i}`,
    (isBest(i) ? 50_000 : 2000) + 37 * i,
    '2023-01-10',
    i % 20 === 7 ? 'Unknown' : i % 20 === 11 ? 'n/a' : i % 20 === 18 ? '' : own,
    isBest(i) ? 1 + (i % 9) : '',
    isBest(i) || i % 5 < 4 ? 10 + (i % 7) : '',
  ];
});
const head = ['Account ID', 'Company', 'Contract value', 'Start date', 'Sector', 'Onboarding score', 'Rooms'];
const text = `${[head, ...rows].map((row) => row.join(',')).join('\n')}\n`;

async function found() {
  await workspace.import({ 'customers.csv': { text, as: 'customers' } });
  const result = await discoverPatterns(workspace, request);
  if (result.kind !== 'discovery') throw new Error(result.kind);
  return result;
}

describe('what is missing', () => {
  it('is no value of a pattern, whichever word says so, and counts for neither group', async () => {
    const result = await found();
    const [pattern] = result.patterns;
    expect(pattern).toMatchObject({ label: 'Industry is clinic', verdict: 'supported', unknown: 36 });
    expect(pattern!.best.of + pattern!.rest.of + pattern!.unknown).toBe(n);
    const document = discoverDocument(result) as { patterns: readonly { unknown: number }[] };
    expect(document.patterns[0]).toMatchObject({ unknown: 36 });
    expect(JSON.stringify(result.shares)).not.toMatch(/Unknown|n\/a/);
    expect(result.shares[0]!.unknown!.of).toBe(36);
  });

  it('is a group of its own behind a pattern', async () => {
    const { patterns } = await found();
    const explained = await explainPattern(workspace, {
      ...request,
      pattern: patterns[0]!.id,
      top: n,
      anyDay: false,
    });
    if (explained.kind !== 'explained-pattern') throw new Error(explained.kind);
    const { total, members } = explained.groups.unknown;
    expect(total).toBe(36);
    expect(new Set(members.map(({ held }) => held))).toEqual(new Set([null, 'Unknown']));
  });

  it('sets a field aside where it tells the outcome, and asks where it may', async () => {
    const { leaks, asks } = await found();
    expect(leaks.map(({ field, kind }) => [field, kind])).toEqual([
      ['onboarding_score', 'missing-with-label'],
    ]);
    expect(asks.map(({ field }) => field)).toContain('rooms');
  });
});
