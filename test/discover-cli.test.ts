import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { documentOf, runCli } from './run-cli.ts';

let folder: string;

/** Runs a command on the sample, on its own day unless it says otherwise. */
const bestfit = (...args: readonly string[]) => runCli(['-w', join(folder, 'demo'), '--quiet', ...args]);

interface Group {
  readonly total: number;
  readonly members: readonly { readonly name: string | null; readonly outcome: string }[];
}

interface Pattern {
  readonly id: string;
  readonly label: string;
  readonly conditions: readonly unknown[];
  readonly best: { readonly n: number; readonly of: number };
  readonly unknown: number;
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'bestfit-explain-'));
  expect((await bestfit('demo')).status).toBe(0);
}, 300_000);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('discover --explain on the sample', () => {
  it('names who stands behind each supported pattern of the last discovery, on its own day', async () => {
    const found = await bestfit('--json', '--as-of', '2026-09-30', 'discover');
    const { patterns } = documentOf(found) as {
      readonly patterns: readonly (Pattern & { verdict: string })[];
    };
    const supported = patterns.filter(({ verdict }) => verdict === 'supported');
    expect(supported).toHaveLength(5);
    for (const { verdict: _, ...pattern } of supported) {
      const { status, stdout, stderr } = await bestfit(
        '--json',
        'discover',
        '--explain',
        pattern.id,
        '--top',
        '2',
      );
      expect([status, stderr]).toEqual([0, '']);
      const document = JSON.parse(stdout) as {
        readonly kind: string;
        readonly asOf: string;
        readonly pattern: Pattern;
        readonly compared: number;
        readonly groups: Readonly<Record<string, Group>>;
      };
      expect(document).toMatchObject({
        kind: 'explained-pattern',
        asOf: '2026-09-30',
        compared: 120,
        pattern,
      });
      const { bestWith, bestWithout, restWith, restWithout, unknown } = document.groups as Record<
        string,
        Group
      >;
      expect([bestWith!.total, bestWith!.total + bestWithout!.total]).toEqual([
        pattern.best.n,
        pattern.best.of,
      ]);
      expect(unknown!.total).toBe(pattern.unknown);
      expect(restWith!.total + restWithout!.total + pattern.best.of + pattern.unknown).toBe(120);
      expect(bestWith!.members.map(({ outcome }) => outcome)).toEqual(['best', 'best']);
    }
  }, 120_000);

  it('says the same to people, with totals', async () => {
    const found = await bestfit('--json', '--as-of', '2026-09-30', 'discover');
    const { patterns } = documentOf(found) as { readonly patterns: readonly Pattern[] };
    const clinic = patterns.find(({ label }) => label === 'Industry is private clinic')!;
    const { stdout, status } = await bestfit('discover', '--explain', clinic.id, '--top', '1');
    expect(status).toBe(0);
    expect(stdout).toContain('best with it: 29, the first 1');
    expect(stdout).toContain('private clinic\n');
    expect(stdout).toContain(
      '120 customers compared: 29 best with it, 11 best without it, 22 rest with it, 52 rest without it, 6 not known.',
    );
  }, 60_000);

  it('refuses an id that there is not, and names those there are', async () => {
    const { status, stdout, stderr } = await bestfit('--json', 'discover', '--explain', 'p-nothing');
    expect([status, stderr]).toEqual([3, '']);
    expect(documentOf({ status, stdout, stderr })).toMatchObject({ error: { code: 'pattern.missing' } });
    expect(stdout).toContain('Industry is private clinic');
  });
});

describe('discover on the sample', () => {
  interface Point {
    readonly total: number;
    readonly reach: { readonly n: number; readonly of: number };
  }

  it('shows reach against the best rate, for the patterns and the page, as scoring counts it', async () => {
    const found = documentOf(await bestfit('--json', '--as-of', '2026-09-30', 'discover')) as {
      readonly breadth: {
        readonly prospects: number;
        readonly patterns: readonly object[];
        readonly profile: {
          readonly now: Point;
          readonly totals: readonly Point[];
          readonly steps: readonly { readonly condition: { readonly field: string } }[];
        };
      };
    };
    const { patterns, profile } = found.breadth;
    expect(patterns).toHaveLength(5);
    const scored = documentOf(await bestfit('--json', '--as-of', '2026-09-30', 'score')) as {
      readonly accounts: number;
      readonly outsideMarket: number;
      readonly tiers: { readonly A: number; readonly B: number };
    };
    expect(profile.now.reach).toEqual({
      n: scored.tiers.A + scored.tiers.B,
      of: scored.accounts - scored.outsideMarket,
    });
    expect(profile.steps.map(({ condition }) => condition.field)).toContain('practitioners');
    const reached = profile.totals.map(({ reach }) => reach.n);
    expect(reached).toEqual(reached.toSorted((a, b) => a - b));
  }, 120_000);

  it('draws it as bars for people', async () => {
    const { stdout } = await bestfit('--as-of', '2026-09-30', 'discover');
    expect(stdout).toMatch(/Breadth: whom it reaches among [\d,]+ prospects/);
    expect(stdout).toMatch(/ \d+ or more: A +[█░]{10} +\d+% +\d+ +\d+% \(\d+-\d+%\)/);
    expect(stdout).toContain('Wilson');
  }, 60_000);
});
