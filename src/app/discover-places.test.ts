import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type TestWorkspace, testWorkspace } from '../../test/test-workspace.ts';
import { createRandom } from '../base/stats/index.ts';
import type { Pattern } from '../stages/discovery/index.ts';
import { readProfile } from '../stages/profile/index.ts';
import { countTiers } from './count-tiers.ts';
import { discoverPatterns } from './discover-patterns.ts';
import { explainPattern } from './explain-pattern.ts';
import { saveVersion } from './save-version.ts';

let workspace: TestWorkspace;

beforeEach(async () => {
  workspace = await testWorkspace();
});

afterEach(() => workspace.dispose());

const at = '2026-01-01T10:00:00.000Z';
const request = {
  contrast: 'best-rest' as const,
  asOf: '2026-01-01',
  last: null,
  seed: 1,
  permutations: 499,
  breadth: true,
  at,
  onProgress: () => undefined,
};

/** The same countries as people write them, in several languages. */
const south = ['España', 'Italie', 'Portugal', 'Griechenland', 'Croacia', 'Slovenia', 'MT', 'Serbie'];
const others = ['USA', 'Canadá', 'Alemania', 'Francia', 'Pays-Bas', 'Suecia', 'Japan', 'Brasile', 'Polonia'];
/** One scheme of bands written in several ways, exact numbers among them; the second and third are best. */
const sizes = [
  ['1-10', '7', '1 to 10'],
  ['11-50', '11 – 50', '34'],
  ['51-200', '51 bis 200', '180'],
  ['201-500', '420'],
  ['501-1000', '999'],
  ['10k+', '12.000'],
] as const;

const random = createRandom(4);
const one = <T>(of: readonly T[]): T => of[random.integer(of.length)]!;
const csv = (rows: readonly (readonly unknown[])[]) =>
  `${rows.map((row) => row.map((cell) => `"${String(cell)}"`).join(',')).join('\n')}\n`;

function drawAccount(i: number, prefix: string) {
  const isSouth = random.next() < 0.4;
  const size = random.integer(sizes.length);
  const country = random.next() < 0.05 ? '' : one(isSouth ? south : others);
  const employees = random.next() < 0.05 ? '' : one(sizes[size]!);
  const value = random.normal() + (isSouth ? 1.3 : 0) + (size === 1 || size === 2 ? 1.3 : 0);
  return { row: [`${prefix}${i}`, `${prefix} ${i}`, country, employees], value };
}

async function imported() {
  const customers = Array.from({ length: 200 }, (_, i) => drawAccount(i, 'A'));
  const prospects = Array.from({ length: 300 }, (_, i) => drawAccount(i, 'P'));
  const head = ['Account ID', 'Company', 'Pays', 'Mitarbeiter'];
  await workspace.import({
    'customers.csv': {
      text: csv([
        [...head, 'Contract value', 'Start date'],
        ...customers.map(({ row, value }) => [...row, Math.round(30_000 + 8000 * value), '2023-01-10']),
      ]),
      as: 'customers',
    },
    'prospects.csv': { text: csv([head, ...prospects.map(({ row }) => row)]), as: 'accounts' },
  });
}

async function found() {
  const result = await discoverPatterns(workspace, request);
  if (result.kind !== 'discovery') throw new Error(result.kind);
  return result;
}

const of = (patterns: readonly Pattern[], field: string) =>
  patterns.filter(({ field: id, verdict }) => id.startsWith(field) && verdict !== 'none');

/** How many prospects the product itself counts for a condition, as the only line of a page. */
async function counted({ conditions: [condition] }: Pattern) {
  if (condition === undefined || !('field' in condition)) throw new Error('no condition');
  const asked = condition.op === 'any' ? `any: [${condition.values.join(', ')}]` : '';
  const ends = condition.op === 'window' ? `between: [${condition.low}, ${condition.high}]` : '';
  const page = `profile: One line
fit: { firmographic: [{ field: ${condition.field}, ${asked}${ends}, points: 5 }] }
tiers: { A: 5, B: 3, C: 1 }`;
  await saveVersion(workspace, {
    profile: readProfile(page),
    at,
    by: 'test',
    why: null,
    snapshot: null,
    publish: true,
  });
  const { tiers } = await countTiers(workspace, {
    profile: 'One line',
    version: null,
    asOf: request.asOf,
    include: [],
  });
  return tiers.A;
}

describe('countries and head counts as people write them', () => {
  it('give the region where single countries are too rare, and the window over bands', async () => {
    await imported();
    const { patterns, search } = await found();
    expect(of(patterns, 'country').map(({ label, verdict }) => [label, verdict])).toEqual([
      ['Country is Southern Europe', 'supported'],
    ]);
    expect(of(patterns, 'employees').map(({ label, verdict }) => [label, verdict])).toEqual([
      ['Employees 11-200', 'supported'],
    ]);
    expect(search.fields).toBe(3);
  });

  it('reach the prospects that the page then scores', async () => {
    await imported();
    const { patterns } = await found();
    for (const pattern of [...of(patterns, 'country'), ...of(patterns, 'employees')])
      expect(pattern.reach).toBeCloseTo((await counted(pattern)) / 300, 12);
  });

  it('name the customers behind the region, each with its own country', async () => {
    await imported();
    const [pattern] = of((await found()).patterns, 'country');
    const explained = await explainPattern(workspace, {
      ...request,
      pattern: pattern!.id,
      top: 300,
      anyDay: false,
    });
    if (explained.kind !== 'explained-pattern') throw new Error(explained.kind);
    const held = explained.groups.bestWith.members.map(({ held: code }) => code as string);
    expect(held).toHaveLength(pattern!.best.n);
    expect(held.filter((code) => !['ES', 'IT', 'PT', 'GR', 'HR', 'SI', 'MT', 'RS'].includes(code))).toEqual(
      [],
    );
    expect(explained.groups.unknown.total).toBe(pattern!.unknown);
  });

  it('are loosened and tightened by country and by region once they are on a page', async () => {
    await imported();
    await counted(of((await found()).patterns, 'country')[0]!);
    const steps = (await found()).breadth!.profile!.steps.map(({ change }) => change);
    expect(steps).toEqual(['wider-value', 'narrower-value', 'wider-region']);
  });
});
