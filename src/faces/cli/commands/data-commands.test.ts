import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CommandOutput, CommandSpec, Invocation } from '../types.ts';
import { exportCommand } from './export.ts';
import { fieldCommand } from './field.ts';
import { importCommand } from './import.ts';
import { qualityCommand } from './quality.ts';
import { undoCommand } from './undo.ts';

let folder: string;
let workspace: string;

const customers = `Company,Industry,Contract value (EUR),Mood
Acme,technology,1000,1
Bolt,technolgy,900,2
Cobra,retail,see contract,3
Delta,technology,700,4
Echo,retail,600,5
`;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bestfit-commands-'));
  workspace = join(folder, 'workspace');
  const file = join(folder, 'customers.csv');
  await writeFile(file, customers);
  await run(importCommand, [[file]]);
});

afterAll(() => rm(folder, { recursive: true }));

function run(
  command: CommandSpec,
  args: Invocation['args'],
  options: Invocation['options'] = {},
): Promise<CommandOutput> {
  return (command.run as NonNullable<CommandSpec['run']>)({
    args,
    options: { ...unset(command), ...options },
    workspace,
    asOf: '2026-06-01',
    now: '2026-06-01T10:00:00.000Z',
    by: 'Ada',
    style: { color: false, width: 100 },
    progress: () => undefined,
  });
}

/** Repeated options that were not given, as the parser leaves them. */
function unset({ options = [] }: CommandSpec): Invocation['options'] {
  const repeated = options.filter(({ repeat }) => repeat === true);
  return Object.fromEntries(repeated.map(({ flags }) => [/--(\w+)/.exec(flags)?.[1], []]));
}

describe('bestfit quality', () => {
  it('shows a table of fields with coverage bars, then what to mend and how', async () => {
    const text = (await run(qualityCommand, [])).text();
    expect(text).toMatch(/industry +category +█{10} 100%/);
    expect(text).toMatch(
      /To mend first[\s\S]*line 4: Contract value \(EUR\) `see contract`: not a sum of money/,
    );
    expect(text).toContain('    bestfit field industry --merge "technolgy=technology"');
    expect(text.indexOf('To mend first')).toBeLessThan(text.indexOf('To look at'));
  });

  it('keeps within the width of the terminal, commands aside', async () => {
    const lines = (await run(qualityCommand, [])).text().split('\n');
    expect(lines.filter((line) => line.length > 100 && !line.trim().startsWith('bestfit '))).toEqual([]);
  });

  it('gives programs the same as one document', async () => {
    expect((await run(qualityCommand, [])).json).toMatchObject({ kind: 'quality', asOf: '2026-06-01' });
  });
});

describe('bestfit field', () => {
  it('without options shows the field', async () => {
    const output = await run(fieldCommand, ['mood']);
    expect(output.json).toMatchObject({ kind: 'field', field: { name: 'mood' } });
    expect(output.text()).toMatch(/^Mood \(accounts\.mood\)\n {2}kind +number/);
  });

  it('with options changes it, and undo takes that back', async () => {
    const output = await run(fieldCommand, ['mood'], { known: 'after' });
    expect(output.text()).toMatch(/known +after the sale \(you said so\)[\s\S]*`bestfit undo` takes it back/);
    await run(undoCommand, []);
    expect((await run(fieldCommand, ['mood'])).json).toMatchObject({ field: { knownBy: 'guessed' } });
  });

  it('runs the very command that quality suggests', async () => {
    const output = await run(fieldCommand, ['industry'], { merge: ['technolgy=technology'] });
    expect(output.text()).toMatch(/^1 row: `technolgy` is now `technology`\n/);
    await run(undoCommand, []);
  });

  it('refuses a merge without a new value and a moment that is neither before nor after', async () => {
    const bad = { code: 'usage.bad-option' };
    await expect(run(fieldCommand, ['industry'], { merge: ['technolgy'] })).rejects.toMatchObject(bad);
    await expect(run(fieldCommand, ['industry'], { known: 'during' })).rejects.toMatchObject(bad);
  });
});

describe('bestfit export', () => {
  it('takes the format from the ending of the file', async () => {
    const to = join(folder, 'accounts.json');
    const { json } = await run(exportCommand, ['accounts'], { to });
    expect(json).toMatchObject({ format: 'json', rows: 4 });
    const [first] = (await readFile(to, 'utf8')).split('\n');
    expect(JSON.parse(String(first))).toMatchObject({ name: 'Acme', industry: 'technology' });
  });

  it('writes another format than the ending says when told so', async () => {
    const to = join(folder, 'accounts.txt');
    await run(exportCommand, ['accounts'], { to, format: 'csv' });
    expect(await readFile(to, 'utf8')).toMatch(/^account_id,/);
  });

  it('writes the quarantine with line and reason, and says what to do with it', async () => {
    const to = join(folder, 'quarantine.csv');
    const output = await run(exportCommand, ['quarantine'], { to });
    expect(await readFile(to, 'utf8')).toContain(
      'customers.csv,4,Contract value (EUR): not a sum of money,Cobra,retail,see contract,3',
    );
    expect(output.text()).toContain('Correct these lines');
  });

  it('refuses a file without a known ending, no file, and an unknown table', async () => {
    const attempt = (what: string, options: Invocation['options']) => run(exportCommand, [what], options);
    await expect(attempt('accounts', { to: 'list.xls' })).rejects.toMatchObject({ code: 'usage.bad-option' });
    await expect(attempt('accounts', {})).rejects.toMatchObject({ code: 'usage.incomplete' });
    const to = join(folder, 'x.csv');
    await expect(attempt('acounts', { to })).rejects.toMatchObject({ code: 'export.no-table' });
  });

  it('replaces a file that it did not write only with --force', async () => {
    const to = join(folder, 'mine.csv');
    await writeFile(to, 'mine');
    await expect(run(exportCommand, ['accounts'], { to })).rejects.toMatchObject({ code: 'export.exists' });
    await run(exportCommand, ['accounts'], { to, force: true });
    expect(await readFile(to, 'utf8')).toMatch(/^account_id,/);
  });

  it('refuses options that would have no effect', async () => {
    const to = join(folder, 'y.csv');
    const bad = { code: 'usage.bad-option' };
    await expect(run(exportCommand, ['accounts'], { to, tier: 'A' })).rejects.toMatchObject(bad);
    await expect(run(exportCommand, ['accounts'], { to, source: 'customers.csv' })).rejects.toMatchObject(
      bad,
    );
    await expect(run(exportCommand, ['list'], { to, source: 'customers.csv' })).rejects.toMatchObject(bad);
  });
});

describe('bestfit export list', () => {
  it('writes the accounts of the tiers and plays asked for', async () => {
    const { withWorkspace } = await import('../../../app/compose.ts');
    const { runDemo } = await import('../../../app/run-demo.ts');
    workspace = join(folder, 'demo');
    const request = { at: '2026-06-01T10:00:00.000Z', by: 'Ada', onProgress: () => undefined };
    await withWorkspace(workspace, { create: true }, (ws) => runDemo(ws, request));
    const rows = async (options: Invocation['options']) => {
      const to = join(folder, 'list.json');
      await run(exportCommand, ['list'], { to, ...options });
      const lines = (await readFile(to, 'utf8')).split('\n').filter((line) => line !== '');
      return lines.map((line) => JSON.parse(line) as { tier: string; play: string; rank: number | null });
    };
    const queue = await rows({});
    expect(queue.every(({ rank }) => rank !== null)).toBe(true);
    expect((await rows({ tier: 'A,B' })).length).toBe(queue.filter(({ tier }) => 'AB'.includes(tier)).length);
    expect((await rows({ play: 'call today' })).every(({ play }) => play === 'call today')).toBe(true);
    const all = await rows({ out: true });
    expect(all.filter(({ rank }) => rank !== null)).toEqual(queue);
    expect(all.length).toBeGreaterThan(queue.length);
  });
});
