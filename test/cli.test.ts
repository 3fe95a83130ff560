import { mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type HubspotStandIn, hubspotSecrets, startHubspot } from '../samples/crm/hubspot/index.ts';
import { companyWorld } from '../samples/crm/shared/index.ts';
import { catalogue } from '../src/base/errors/index.ts';
import { commands } from '../src/faces/cli/commands/index.ts';
import type { CommandSpec } from '../src/faces/cli/types.ts';
import { type CliRun, documentOf, runCli } from './run-cli.ts';

let folder: string;
let demo: CliRun;
let crm: HubspotStandIn;

/** Runs a command on the sample, as of its own day. */
const bestfit = (...args: readonly string[]) =>
  runCli(['-w', join(folder, 'demo'), '--as-of', '2026-09-30', '--by', 'Ana', ...args], {
    cwd: folder,
    env: { BESTFIT_HUBSPOT_TOKEN: hubspotSecrets.privateToken },
  });

/** A command in a workspace that is connected to a stand-in. */
const inCrm = (...args: readonly string[]) => ['-w', join(folder, 'crm'), ...args];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'bestfit-cli-'));
  const world = companyWorld(5, { companies: 20, deals: 30, contacts: 10 }, Date.now());
  crm = await startHubspot({ world, now: Date.now });
  demo = await runCli(['demo', '-w', join(folder, 'demo'), '--json'], { cwd: folder });
}, 300_000);

afterAll(async () => {
  await crm.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Every command with the words that call it: `profile draft`. */
function everyCommand(specs: readonly CommandSpec[], before: readonly string[] = []): readonly string[] {
  return specs.flatMap((spec) => {
    const path = [...before, spec.name];
    return [path.join(' '), ...everyCommand(spec.commands ?? [], path)];
  });
}

describe('help', () => {
  it('begins with the first steps', async () => {
    const { stdout, stderr, status } = await runCli(['--help']);
    expect([status, stderr]).toEqual([0, '']);
    expect(stdout).toContain('First steps:\n  bestfit demo ');
  });

  it.each(everyCommand(commands))('of `%s` has examples that call it', async (name) => {
    const { stdout, stderr, status } = await runCli([...name.split(' '), '--help']);
    expect([status, stderr]).toEqual([0, '']);
    const examples = stdout.split('\nExamples:\n')[1] ?? '';
    expect(examples).toMatch(new RegExp(`^ {2}bestfit .*\\b${name}\\b`));
  });

  it('is the answer to no command at all, as wrong usage', async () => {
    const { stdout, stderr, status } = await runCli([]);
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toContain('First steps:');
  });

  it('starts soon', async () => {
    const before = performance.now();
    expect((await runCli(['--version'])).stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
    expect(performance.now() - before).toBeLessThan(10_000);
  });
});

describe('remedies', () => {
  it('name only commands that there are', () => {
    const names = new Set(['help', ...commands.map(({ name }) => name)]);
    const said = Object.values(catalogue).map(
      ({ message, remedy }) => `${String(message)} ${String(remedy)}`,
    );
    const named = said.flatMap((text) => [...text.matchAll(/`bestfit(?: -\w [A-Z]+)* ([a-z]+)/g)]);
    expect(named.length).toBeGreaterThan(10);
    expect(named.map((match) => match[1]).filter((name) => !names.has(name as string))).toEqual([]);
  });
});

describe('--json', () => {
  it('of the demo is one document with the whole main job', () => {
    expect([demo.status, demo.stderr]).toEqual([0, '']);
    expect(Object.keys(documentOf(demo) as object)).toEqual(
      expect.arrayContaining(['files', 'imported', 'draft', 'shown', 'scored']),
    );
  });

  const page = () => join(folder, 'page.yaml');
  const steps: readonly (readonly [string, () => readonly string[], object])[] = [
    ['init', () => ['init'], { workspace: expect.any(String) }],
    ['quality', () => ['quality'], { kind: 'quality' }],
    ['field', () => ['field', 'industry'], { kind: 'field' }],
    ['rates', () => ['rates', '--off'], { kind: 'rates', commit: null }],
    ['value', () => ['value'], { kind: 'ranking', best: { n: 40, of: 120 } }],
    ['discover', () => ['discover', '--permutations', '99'], { kind: 'discovery' }],
    ['profile draft', () => ['profile', 'draft'], { kind: 'draft', changed: false }],
    ['profile show', () => ['profile', 'show'], { page: { kind: 'page' } }],
    ['profile apply', () => ['profile', 'apply', page()], { changed: true, version: { version: 2 } }],
    ['profile diff', () => ['profile', 'diff'], { from: 1, to: 2 }],
    [
      'profile sign',
      () => ['profile', 'sign', '--team', 'sales'],
      { signedBy: [{ team: 'sales', by: 'Ana' }] },
    ],
    ['score', () => ['score'], { scored: 'prospects' }],
    ['list', () => ['list', '--top', '3'], { scored: 'prospects', offset: 0 }],
    [
      'scorecard set',
      () => ['scorecard', 'set', 'practitioners', '2'],
      { edits: [{ line: 'practitioners 3-17', before: 3, after: 2 }], saved: null },
    ],
    ['scorecard tiers', () => ['scorecard', 'tiers'], { after: null, before: { cuts: { A: 8 } } }],
    [
      'scorecard unknowns',
      () => ['scorecard', 'unknowns'],
      { robustness: { missingFields: { share: 0.2 } } },
    ],
    ['scorecard learn', () => ['scorecard', 'learn', '--last', '60'], { kind: 'scorecard', saved: null }],
    [
      'scorecard compare',
      () => ['scorecard', 'compare', 'won-lost', 'best-rest', '--last', '60', '--since', '2026-01-01'],
      { kind: 'comparison-of-scorecards' },
    ],
    ['explain', () => ['explain', 'P-0001'], { account: { id: 'P-0001' } }],
    ['export', () => ['export', 'list', '--to', join(folder, 'list.csv')], { kind: 'export' }],
    ['judge', () => ['judge', 'P-0001', '--because', 'they asked twice'], { accountId: 'P-0001' }],
    [
      'profile new',
      () => ['profile', 'new', '--profile', 'Second', '--answers', join(folder, 'answers.yaml')],
      { version: { name: 'Second', version: 1 } },
    ],
    ['import', () => ['import', join(folder, 'demo', 'files', 'deals.csv'), '--dry-run'], { dryRun: true }],
    ['doctor', () => ['doctor'], { kind: 'health', sound: true }],
    ['backup', () => ['backup', '--to', join(folder, 'backup.tar')], { kind: 'backup', leftOut: [] }],
    [
      'restore',
      () => ['-w', join(folder, 'restored'), 'restore', join(folder, 'backup.tar')],
      { kind: 'restore', workspace: expect.stringMatching(/restored$/) },
    ],
    ['undo', () => ['undo'], { kind: 'undo', snapshot: null }],
    [
      'connect',
      () => inCrm('connect', 'hubspot', '--origin', crm.origin, '--private-origin'),
      { kind: 'connected', name: 'hubspot' },
    ],
    ['sync', () => inCrm('sync'), { kind: 'sync', state: 'done' }],
    ['connect show', () => inCrm('connect', 'show'), { kind: 'connection', stageHistory: 'full' }],
    ['connect set', () => inCrm('connect', 'set', '--write', 'tier'), { kind: 'connection-set' }],
    ['connect remove', () => inCrm('connect', 'remove', 'hubspot'), { kind: 'disconnected' }],
  ];

  beforeAll(async () => {
    const { stdout } = await bestfit('profile', 'show', '--format', 'yaml');
    writeFileSync(
      page(),
      stdout.replace(
        '{ field: industry, any: [private clinic], points: 3',
        '{ field: industry, any: [private clinic], points: 2',
      ),
    );
    writeFileSync(
      join(folder, 'answers.yaml'),
      'customers: private clinic\nsize: 3 to 15 practitioners\nplace: Spain\n',
    );
  });

  it('has a case here for every command', () => {
    const groups = ['profile', 'scorecard'];
    const runnable = everyCommand(commands).filter((name) => !groups.includes(name));
    // `serve` runs until it is stopped: its one document is read in test/web.
    expect(['demo', 'serve', ...steps.map(([name]) => name)].toSorted()).toEqual(runnable.toSorted());
  });

  it.each(steps)(
    'of `%s` is one document',
    async (_, args, part) => {
      const run = await bestfit('--json', ...args());
      expect([run.status, run.stderr]).toEqual([0, '']);
      expect(documentOf(run)).toMatchObject(part);
    },
    240_000,
  );

  it.each([
    {
      what: 'input refused',
      args: ['-w', 'nowhere', 'list'],
      status: 3,
      code: 'store.not-a-workspace',
    },
    { what: 'a wrong value', args: ['list', '--top', 'many'], status: 2, code: 'usage.bad-option' },
    { what: 'an unknown command', args: ['lst'], status: 2, code: 'usage.not-understood' },
    { what: 'an unknown option', args: ['list', '--topp', '3'], status: 2, code: 'usage.not-understood' },
    { what: 'a missing argument', args: ['import'], status: 2, code: 'usage.not-understood' },
  ])('of $what is one document with code, message and remedy', async ({ args, status, code }) => {
    const run = await runCli(['--json', ...args], { cwd: folder });
    expect([run.status, run.stderr]).toEqual([status, '']);
    expect(documentOf(run)).toEqual({
      error: { code, message: expect.any(String), remedy: expect.any(String), params: expect.any(Object) },
    });
  });
});

describe('doctor', () => {
  it('says in words and by its exit code that a file is cut off, and which', async () => {
    const path = join(folder, 'hurt');
    const hurt = (...args: readonly string[]) => runCli(['-w', path, ...args], { cwd: folder });
    const file = join(folder, 'two.csv');
    writeFileSync(file, 'customer id,company\n1,Ada\n2,Bo\n');
    await hurt('import', file);
    const [name] = readdirSync(join(path, 'data')).filter((each) => each.endsWith('.parquet'));
    truncateSync(join(path, 'data', name ?? ''), 30);
    const told = await hurt('doctor');
    expect([told.status, told.stderr]).toEqual([3, '']);
    expect(told.stdout).toMatch(
      /wrong {2}data\/[0-9a-f]{64}\.parquet: table .*its content is not what it was/,
    );
    const list = await hurt('quality');
    expect(list.status).toBe(1);
    expect(list.stderr).toContain('was altered or cut off');
    expect(list.stderr).toContain('`bestfit doctor`');
  });
});

describe('documents for programs', () => {
  let other: string;
  const ask = (...args: readonly string[]) =>
    runCli(['-w', other, '--as-of', '2026-09-30', '--json', ...args], { cwd: folder });

  beforeAll(async () => {
    other = join(folder, 'other');
    await runCli(['demo', '-w', other], { cwd: folder });
  }, 300_000);

  it('discover --json holds the contract of the design', async () => {
    const found = documentOf(await ask('discover', '--permutations', '199')) as Record<string, never>;
    expect(found).toMatchObject({
      snapshot: expect.stringMatching(/^[0-9a-f]{12}$/),
      asOf: '2026-09-30',
      contrast: 'best-rest',
      unit: 'customer',
      customers: { n: 120, best: 40 },
      search: {
        method: expect.stringMatching(/^(exact|beam)$/),
        space: expect.any(Number),
        adjustedBy: expect.any(String),
        permutations: 199,
        seed: expect.any(Number),
      },
      leaks: expect.any(Array),
      quality: { rows: { in: expect.any(Number), kept: expect.any(Number), quarantined: 1 } },
    });
    const patterns = found.patterns as unknown as readonly Record<string, unknown>[];
    expect(patterns.length).toBeGreaterThan(5);
    const keys =
      'id direction layer conditions best rest unknown measure lift interval pAdjusted stability verdict needMore adds explainedBy cohort reach';
    for (const pattern of patterns)
      expect(Object.keys(pattern)).toEqual(expect.arrayContaining(keys.split(' ')));
  });

  it('discover --json says every condition with an operator', async () => {
    const found = documentOf(await ask('discover', '--permutations', '199')) as {
      readonly patterns: readonly {
        readonly conditions: readonly Record<string, unknown>[];
        readonly verdict: string;
      }[];
    };
    const forms = found.patterns.flatMap(({ conditions }) => conditions);
    for (const form of forms) {
      const named = ['uses', 'lacks', 'signal'].filter((key) => key in form);
      if (named.length === 0) expect(Object.keys(form)).toEqual(expect.arrayContaining(['field', 'op']));
      else expect(named).toHaveLength(1);
    }
    const order = ['supported', 'suggestive', 'none'];
    const verdicts = found.patterns.map(({ verdict }) => order.indexOf(verdict));
    expect(verdicts).toEqual(verdicts.toSorted((a, b) => a - b));
  });

  it('score --json adds up', async () => {
    const scored = documentOf(await ask('score')) as Record<string, number> & {
      readonly tiers: Readonly<Record<string, number>>;
      readonly top: readonly unknown[];
    };
    expect(Object.keys(scored)).toEqual(
      expect.arrayContaining([
        'profile',
        'accounts',
        'tiers',
        'disqualified',
        'outsideMarket',
        'needsData',
        'top',
      ]),
    );
    expect(Object.keys(scored.tiers)).toEqual(['A', 'B', 'C', 'D']);
    const inTiers = Object.values(scored.tiers).reduce((sum, n) => sum + n, 0);
    expect(inTiers + Number(scored.disqualified) + Number(scored.outsideMarket)).toBe(scored.accounts);
  });

  it('list --json gives the columns of the full result, in the order of the queue', async () => {
    const { list } = documentOf(await ask('list', '--top', '50')) as {
      readonly list: readonly Record<string, unknown>[];
    };
    const columns =
      'account_id name domain industry country owner fit fit_max tier timing timing_points play why_now disqualified_by reasons unknown win_probability committee_found committee_missing best_contact rank';
    for (const row of list) expect(Object.keys(row)).toEqual(columns.split(' '));
    expect(list.map(({ rank }) => rank)).toEqual(Array.from({ length: 50 }, (_, i) => i + 1));
    expect(list.every(({ win_probability }) => win_probability === null)).toBe(true);
  });

  it('--as-of changes the day of the question and nothing else', async () => {
    const later = documentOf(await ask('--as-of', '2027-09-30', 'score')) as Record<string, unknown>;
    expect(later).toMatchObject({ asOf: '2027-09-30', callToday: 0 });
  });
});

describe('the page', () => {
  let other: string;
  const show = (...args: readonly string[]) =>
    runCli(['-w', other, '--as-of', '2026-09-30', '--by', 'Ana', 'profile', ...args], { cwd: folder });

  beforeAll(() => {
    other = join(folder, 'other');
  });

  it('is one HTML document without anything fetched', async () => {
    const { stdout } = await show('show', '--format', 'html');
    expect(stdout).toMatch(/^<!doctype html>/i);
    expect(stdout).toContain('<svg');
    expect(stdout).not.toMatch(/<script|\bsrc=|url\(|@import|<link/i);
  });

  it('is Markdown with a table for each layer', async () => {
    const { stdout } = await show('show', '--format', 'md');
    expect(stdout).toMatch(/^# Our best customers\n/);
    expect(stdout).toContain('| +3 | industry is private clinic |');
  });

  it('goes to a file, and says so when the folder is not there', async () => {
    const to = join(folder, 'page.html');
    expect(await show('show', '--format', 'html', '--to', to)).toMatchObject({
      status: 0,
      stdout: `Written to ${to}.\n`,
    });
    expect(readFileSync(to, 'utf8')).toMatch(/^<!doctype html>/i);
    const refused = await show('show', '--to', join(folder, 'no', 'page.html'));
    expect([refused.status, refused.stdout]).toEqual([3, '']);
  });

  it('applied as it was shown changes nothing, from a file or from standard input', async () => {
    const { stdout: yaml } = await show('show', '--format', 'yaml');
    const file = join(folder, 'same.yaml');
    writeFileSync(file, yaml);
    expect((await show('apply', file)).stdout).toMatch(/nothing changed, version 1 stays published/);
    const piped = await runCli(['-w', other, 'profile', 'apply', '-'], { cwd: folder, input: yaml });
    expect(piped.stdout).toMatch(/nothing changed, version 1 stays published/);
  });

  it('edited and applied is a new version, whose changes are told in words', async () => {
    const { stdout: yaml } = await show('show', '--format', 'yaml');
    const file = join(folder, 'edited.yaml');
    const anti = 'anti:\n  - { field: practitioners, max: 1, because: no coordination problem }\n';
    writeFileSync(
      file,
      yaml
        .replace('any: [private clinic], points: 3', 'any: [private clinic], points: 4')
        .replace('\ncommittee:', `\n${anti}committee:`),
    );
    const applied = await show('apply', file, '--because', 'sales asked');
    expect(applied.stdout).toContain('version 2 is published');
    const { stdout } = await show('diff');
    expect(stdout).toMatch(/version 1 to 2/);
    expect(stdout).toMatch(/industry is private clinic 3 -> 4/);
    expect(stdout).toMatch(/anti line added: practitioners up to 1 because no coordination problem/);
  });

  it('carries the signatures of its version', async () => {
    expect((await show('sign', '--team', 'sales')).stdout).toMatch(
      /version 2 is signed by sales \(Ana, 2026-09-30\)/,
    );
    expect((await show('show', '--format', 'md')).stdout).toContain('signed by sales (Ana)');
    expect((await show('show', '--format', 'md', '--version-of', '1')).stdout).not.toContain('signed by');
  });

  it('of a version that is not there is refused', async () => {
    expect(await show('show', '--version-of', '9')).toMatchObject({ status: 3, stdout: '' });
  });
});

describe('the terminal', () => {
  const showList = (env: Readonly<Record<string, string>>) =>
    runCli(['-w', join(folder, 'other'), '--as-of', '2026-09-30', 'list', '--top', '3'], {
      cwd: folder,
      env,
    });
  const escapeCode = String.fromCharCode(27);

  it('gets no colour when it is none, or when NO_COLOR is set', async () => {
    expect((await showList({})).stdout).not.toContain(escapeCode);
    expect((await showList({ NO_COLOR: '1' })).stdout).not.toContain(escapeCode);
    expect((await showList({ FORCE_COLOR: '1' })).stdout).toContain(escapeCode);
  });

  it('gets the result on stdout and no progress when it is piped', async () => {
    const { stdout, stderr } = await showList({});
    expect(stderr).toBe('');
    expect(stdout).toMatch(/^Our best customers \(version \d+\), as of 2026-09-30, snapshot [0-9a-f]{12}\n/);
  });

  it('gets refusals on stderr with what to do', async () => {
    const missing = await bestfit('explain', 'nobody at all');
    expect([missing.status, missing.stdout]).toEqual([3, '']);
    expect(missing.stderr.trimEnd().split('\n')).toHaveLength(2);
    const unknown = await runCli(['dicsover']);
    expect([unknown.status, unknown.stdout]).toEqual([2, '']);
    expect(unknown.stderr).toContain('Did you mean discover?');
    const option = await runCli(['list', '--ower', 'Ana']);
    expect(option.stderr).toContain('Did you mean --owner?');
  });

  it.each([
    ['a day that is none', ['--as-of', '2026-02-30', 'list']],
    ['an observation day that is none', ['import', 'x.csv', '--observed-on', 'May']],
    ['a belief that is no condition', ['judge', '--believe', '{ field: ']],
    ['an unknown kind of file', ['import', 'x.csv', '--as', 'clients']],
    ['a mapping without a field', ['import', 'x.csv', '--map', 'Umsatz']],
    ['an unknown contrast', ['discover', '--contrast', 'good-bad']],
    ['an unknown weight', ['value', '--weights', 'luck=3']],
    ['a judgement without a reason', ['judge', 'P-0001']],
    ['a signature without a team', ['profile', 'sign']],
    ['questions without a terminal', ['profile', 'new']],
  ])('gets %s refused as wrong usage', async (_, args) => {
    const { status, stdout, stderr } = await bestfit(...args);
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(/--help/);
  });
});
