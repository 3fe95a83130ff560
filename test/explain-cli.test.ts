import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ExplainResult } from '../src/app/explain-account.ts';
import { documentOf, runCli } from './run-cli.ts';

let folder: string;

/** Runs a command on the sample, as of its own day. */
const bestfit = (...args: readonly string[]) =>
  runCli(['-w', join(folder, 'demo'), '--as-of', '2026-09-30', ...args]);

const explained = async (account: string) =>
  documentOf(await bestfit('--json', 'explain', account)) as ExplainResult;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'bestfit-explain-'));
  expect((await bestfit('--quiet', 'demo')).status).toBe(0);
}, 300_000);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('explain on the sample', () => {
  it('sums a prospect up, and says what is missing to the next tier', async () => {
    const { sum, score, up, unknowns, fitTiers } = await explained('P-1420');
    expect(sum.fit.reduce((total, { points }) => total + points, 0)).toBe(score.fit);
    expect(score).toMatchObject({ fit: 3, fitMin: 3, fitMax: 7, tier: 'C' });
    expect(fitTiers).toEqual({ known: 'C', least: 'C', most: 'B' });
    expect(up).toMatchObject({
      tier: 'B',
      from: 5,
      missing: 2,
      given: [{ label: 'industry is private clinic' }],
    });
    expect(
      up?.ways.map(({ steps, fit, tier }) => [
        steps.map(({ kind, label }) => `${kind}: ${label}`),
        fit,
        tier,
      ]),
    ).toEqual([
      [['find-out: lacks clinic management'], 5, 'B'],
      [['find-out: uses a scheduling tool'], 5, 'B'],
    ]);
    expect(
      unknowns.map(({ subject, adds, decides, why }) => [subject, adds, decides, why[0]?.sources]),
    ).toEqual([
      ['clinic management tools', 2, true, ['technologies.csv']],
      ['scheduling tools', 2, true, ['technologies.csv']],
      ['recent hires (administration)', 3, false, ['signals.csv']],
    ]);
  });

  it('names the three best customers most alike, each counted over what is known of both', async () => {
    const { similar } = await explained('P-2537');
    if (similar.kind !== 'similar') throw new Error(similar.reason);
    expect([similar.by, similar.compared, similar.customers.length]).toEqual(['value', 40, 3]);
    for (const { agree, known, of, points, agreements, differences, contractValue } of similar.customers) {
      expect(agreements).toHaveLength(agree);
      expect(agree + differences.length).toBe(known);
      expect(known).toBeLessThanOrEqual(of);
      expect(points).toEqual({ agree: 10, known: 10 });
      expect(contractValue?.currency ?? 'EUR').toBe('EUR');
    }
    const first = similar.customers[0]!;
    expect(first.agreements.slice(0, 2)).toEqual([
      { subject: 'industry', kind: 'field', points: 3, here: 'private clinic', there: 'private clinic' },
      { subject: 'practitioners', kind: 'field', points: 3, here: '14', there: '14' },
    ]);
  });

  it('prints the arithmetic of the timing, when it fades and what would make it hot', async () => {
    const { status, stdout, stderr } = await bestfit('explain', 'P-0504');
    expect([status, stderr]).toEqual([0, '']);
    expect(stdout).toContain(`
Timing
  yes      0.623  hired administration on 2026-05-17, 136 days ago
                  3 x 0.5^(136/60) = 0.623
         ───────
           0.623  warm (hot from 2, warm from 0.5)
                  if nothing new happens: cold from 2026-10-20 (0.495)

What keeps it from \`call today\`: 1.377 points to hot (from 2; it has 0.623)
  again       hired administration (last on 2026-05-17): a new one today would make 3, hot
`);
    expect(stdout.split('\n').filter((line) => line.length > 100)).toEqual([]);
  });

  it('explains a customer too, which is not in the list', async () => {
    const own = await explained('C-085');
    expect(own).toMatchObject({
      leftOut: 'customers',
      customer: { since: '2022-11-24', rank: 2, of: 120, best: true },
      similar: { compared: 39 },
    });
    expect((await bestfit('explain', 'C-085')).stdout).toContain(
      'Not in the list: it is a present customer since 2022-11-24.\nNumber 2 of 120 by value, one of the best.\n',
    );
  });
});
