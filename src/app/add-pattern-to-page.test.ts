import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type TestWorkspace, testWorkspace } from '../../test/test-workspace.ts';
import type { Pattern } from '../stages/discovery/index.ts';
import { type AddPatternRequest, addPatternToPage } from './add-pattern-to-page.ts';
import { applyProfile } from './apply-profile.ts';
import { discoverPatterns } from './discover-patterns.ts';
import { restoreVersion } from './restore-version.ts';

let workspace: TestWorkspace;

beforeEach(async () => {
  workspace = await testWorkspace();
});

afterEach(() => workspace.dispose());

const asOf = '2026-01-01';
const at = '2026-01-01T10:00:00.000Z';

/** 60 customers, a third of them worth far more: nearly all of those are clinics, none of them came by a partner, parking is chance. */
async function discovered(): Promise<readonly Pattern[]> {
  const rows = Array.from({ length: 60 }, (_, i) => [
    `A${i}`,
    `Firm ${i}`,
    (i % 3 === 0 ? 50_000 : 2000) + 37 * i,
    `2023-01-${10 + (i % 15)}`,
    (i % 3 === 0) !== (i % 10 === 0) ? 'clinic' : 'shop',
    i % 3 !== 0 && i % 10 !== 0 ? 'partner' : (['web', 'fair', 'mail', 'event'][i % 4] ?? ''),
    Math.floor(i / 3) % 2 === 0 ? 'yes' : 'no',
  ]);
  const header = ['Account ID', 'Company', 'Contract value', 'Start date', 'Industry', 'Channel', 'Parking'];
  const text = `${[header, ...rows].map((row) => row.join(',')).join('\n')}\n`;
  await workspace.import({ 'c.csv': { text, as: 'customers' } });
  const result = await discoverPatterns(workspace, {
    contrast: null,
    asOf,
    last: null,
    seed: 1,
    permutations: 499,
    at,
    onProgress: () => undefined,
  });
  if (result.kind !== 'discovery') throw new Error(result.kind);
  return result.patterns;
}

const page = (fit: string) =>
  applyProfile(workspace, {
    text: `profile: Ours\nkind: company\n${fit}tiers: { A: 4, B: 3, C: 2 }\n`,
    asOf,
    at,
    by: 'ann',
    why: null,
    force: true,
  });

const add = (pattern: string, more: Partial<AddPatternRequest> = {}) =>
  addPatternToPage(workspace, {
    pattern,
    contrast: null,
    addition: { as: 'points', points: null, replace: false },
    profile: null,
    asOf,
    save: true,
    by: 'ann',
    why: null,
    at,
    ...more,
  });

const newest = async () => (await workspace.store.profile('Ours', 'newest'))!;
const industryOf = (patterns: readonly Pattern[]) => patterns.find(({ field }) => field === 'industry')!.id;

describe('a pattern that is added to the page', () => {
  it('becomes a line with the points of the rubric and its evidence, in a published version that undo takes back', async () => {
    const id = industryOf(await discovered());
    await page('fit:\n  firmographic:\n    - { field: rooms, min: 3, points: 1 }\n');
    const added = await add(id);
    expect(added).toMatchObject({
      kind: 'added',
      line: { place: 'fit', points: 3, condition: { op: 'any', field: 'industry', values: ['clinic'] } },
      replaced: [],
      from: 1,
      attainable: { before: 1, after: 4 },
      saved: { version: 2, published: true, changed: true },
    });
    expect((await newest()).profile.fit).toMatchObject([
      { points: 1 },
      { points: 3, evidence: { verdict: 'supported', best: { of: 20 } } },
    ]);
    expect(await add(id)).toMatchObject({ kind: 'already-there', saved: null });
    const undone = await restoreVersion(workspace, { profile: 'Ours', version: 1, by: 'ann', why: null, at });
    expect(undone).toEqual({ version: 3, published: true, changed: true });
    expect((await newest()).profile.fit).toHaveLength(1);
  });

  it('tells which lines ask about the same, and takes their place only when asked', async () => {
    const id = industryOf(await discovered());
    await page('fit:\n  firmographic:\n    - { field: industry, any: [clinic, shop], points: 2 }\n');
    expect(await add(id)).toMatchObject({
      kind: 'same-subject',
      lines: [{ place: 'fit', points: 2, condition: { values: ['clinic', 'shop'] } }],
      saved: null,
    });
    expect((await newest()).version).toBe(1);
    const replaced = await add(id, { addition: { as: 'points', points: 5, replace: true } });
    expect(replaced).toMatchObject({ kind: 'added', replaced: [{ points: 2 }], saved: { version: 2 } });
    expect((await newest()).profile.fit).toMatchObject([{ points: 5, condition: { values: ['clinic'] } }]);
  });

  it('of another industry stands beside the first, with one point', async () => {
    const id = industryOf(await discovered());
    await page('fit:\n  firmographic:\n    - { field: industry, any: [farm], points: 3 }\n');
    expect(await add(id)).toMatchObject({ kind: 'added', line: { points: 1 }, replaced: [] });
  });

  it('that chance explains scores nothing', async () => {
    const patterns = await discovered();
    await page('');
    const none = patterns.find(({ verdict }) => verdict === 'none');
    expect(await add(none!.id)).toMatchObject({ kind: 'no-evidence', saved: null });
  });

  it('disqualifies only when it speaks against, and with a reason', async () => {
    const patterns = await discovered();
    await page('');
    const against = patterns.find(({ direction }) => direction === 'against')!;
    const anti = (because: string) => ({ addition: { as: 'anti' as const, because, replace: false } });
    await expect(add(against.id, anti(' '))).rejects.toMatchObject({ code: 'usage.bad-option' });
    await expect(add(industryOf(patterns), anti('no'))).rejects.toMatchObject({ code: 'usage.bad-option' });
    expect(await add(against.id, anti('partners keep the margin'))).toMatchObject({
      kind: 'added',
      line: { place: 'anti', points: null },
    });
    expect((await newest()).profile.anti).toMatchObject([{ because: 'partners keep the margin' }]);
  });

  it('is not kept when it is only tried', async () => {
    const id = industryOf(await discovered());
    await page('');
    expect(await add(id, { save: false })).toMatchObject({ kind: 'added', saved: null });
    expect((await newest()).version).toBe(1);
  });

  it('has to be one of the newest discovery', async () => {
    await discovered();
    await page('');
    await expect(add('p-nothing')).rejects.toMatchObject({ code: 'pattern.missing' });
  });
});
