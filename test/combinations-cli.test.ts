import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createRandom } from '../src/base/stats/index.ts';
import { documentOf, runCli } from './run-cli.ts';

let folder: string;

const bestfit = (...args: readonly string[]) => runCli(['-w', join(folder, 'ws'), '--quiet', ...args]);

interface Found {
  readonly search: { readonly method: string; readonly combinations: number; readonly depth: number };
  readonly patterns: readonly {
    readonly id: string;
    readonly label: string;
    readonly verdict: string;
    readonly adds: number | null;
    readonly reach: number | null;
    readonly best: { readonly n: number };
    readonly parts: readonly { readonly id: string }[];
    readonly conditions: readonly unknown[];
  }[];
}

/** 300 customers and 500 prospects: only clinics without a system buy much. */
function writeFiles(): void {
  const random = createRandom(5);
  const customers = ['company,industry,system in use,employees,contract value,started on'];
  const prospects = ['company,industry,system in use,employees'];
  for (let i = 0; i < 800; i++) {
    const industry = random.next() < 0.5 ? 'clinic' : ['retail', 'logistics', 'software'][random.integer(3)]!;
    const system = random.next() < 0.5 ? 'yes' : 'no';
    const line = `Company ${i},${industry},${system},${5 + random.integer(200)}`;
    const value = 10_000 + 2500 * random.normal() + (industry === 'clinic' && system === 'no' ? 6000 : 0);
    const day = `2024-${1 + random.integer(9)}`.replace(/-(\d)$/, '-0$1');
    if (i < 300) customers.push(`${line},${Math.round(Math.max(500, value))},${day}-1${random.integer(9)}`);
    else prospects.push(line);
  }
  writeFileSync(join(folder, 'customers.csv'), `${customers.join('\n')}\n`);
  writeFileSync(join(folder, 'prospects.csv'), `${prospects.join('\n')}\n`);
}

async function discovered(...args: readonly string[]): Promise<Found> {
  return documentOf(await bestfit('--json', 'discover', ...args)) as Found;
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'bestfit-together-'));
  writeFiles();
  for (const file of ['customers.csv', 'prospects.csv'])
    expect((await bestfit('import', join(folder, file))).status).toBe(0);
}, 120_000);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('two traits that only count together', () => {
  it('are one supported combination in the JSON, with its parts, what it adds and whom it reaches', async () => {
    const { search, patterns } = await discovered();
    expect(search).toMatchObject({ method: 'exact', depth: 3 });
    const pair = patterns.find(({ parts }) => parts.length === 2)!;
    expect(pair).toMatchObject({ verdict: 'supported', label: 'Industry is clinic and system in use is no' });
    expect(pair.conditions).toEqual([
      { field: 'industry', op: 'any', values: ['clinic'] },
      { field: 'system_in_use', op: 'any', values: [false] },
    ]);
    expect(pair.adds).toBeGreaterThan(0.1);
    expect(pair.reach).toBeGreaterThan(0.1);
    for (const { id } of pair.parts) expect(patterns.map((pattern) => pattern.id)).toContain(id);
  }, 60_000);

  it('are told in words, and record by record', async () => {
    const { stdout } = await bestfit('discover');
    expect(stdout.replaceAll(/\s+/g, ' ')).toContain(
      'more than the parts add up to: neither counts without the other',
    );
    const { patterns } = await discovered();
    const pair = patterns.find(({ parts }) => parts.length === 2)!;
    const explained = await bestfit('--json', 'discover', '--explain', pair.id, '--top', '1');
    expect(documentOf(explained)).toMatchObject({
      groups: {
        bestWith: { total: pair.best.n, members: [{ held: ['industry: clinic', 'system in use: no'] }] },
        unknown: { total: 0 },
      },
    });
  }, 60_000);

  it('enter the page as `all`, in place of their parts, and score', async () => {
    expect((await bestfit('profile', 'draft')).status).toBe(0);
    const { stdout } = await bestfit('profile', 'show', '--format', 'yaml');
    expect(stdout).toMatch(/all: *\n? *(-|\[)/);
    expect(stdout).not.toMatch(/^ {4}- \{ field: industry/m);
    const scored = documentOf(await bestfit('--json', 'score')) as { readonly tiers: { readonly A: number } };
    expect(scored.tiers.A).toBeGreaterThan(50);
  }, 60_000);

  it('are not looked for at depth 1, and can be ranked by another quality', async () => {
    const alone = await discovered('--depth', '1');
    expect(alone.search.combinations).toBe(0);
    expect(alone.patterns.every(({ parts }) => parts.length === 0)).toBe(true);
    const byValue = await discovered('--quality', 'value', '--depth', '4');
    expect(byValue.search).toMatchObject({ depth: 4, quality: 'value' });
    expect((await bestfit('discover', '--depth', '5')).status).toBe(2);
  }, 60_000);
});
