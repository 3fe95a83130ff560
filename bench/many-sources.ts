import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { withWorkspace } from '../src/app/compose.ts';
import { importFiles, nothingSaid } from '../src/app/import-files.ts';
import { BestfitError } from '../src/base/errors/index.ts';
import { markdownTable } from './markdown-table.ts';
import { peakMiB } from './peak-mib.ts';
import { printEvidence } from './print-evidence.ts';
import { writeBench } from './write-bench.ts';
import { writeMonth } from './write-month.ts';

const counts = [1, 2, 6, 12, 24, 40];

/** What importing several sources of the same accounts took. */
interface Figure {
  readonly sources: number;
  readonly ms: number;
  /** Of it, for putting the sources together. */
  readonly joiningMs: number;
  /** The same, in time of all processors. */
  readonly joiningCpuMs: number;
  readonly peakMiB: number;
  /** The most memory up to when the putting together began. */
  readonly peakBeforeMiB: number;
  readonly accounts: number;
  /** The code of the error with which it ended; null when it did not. */
  readonly failed: string | null;
}

const [first = '100000', folder, sources] = process.argv.slice(2);
if (folder === undefined) await compare(Number(first));
else console.log(JSON.stringify(await measure(folder, Number(sources))));

/** Monthly exports of one CRM, each a source of its own, imported at once: each number of months in a process apart. */
async function compare(rows: number): Promise<void> {
  const files = mkdtempSync(join(tmpdir(), 'bestfit-months-'));
  try {
    const paths = monthsIn(files, Math.max(...counts));
    for (const [month, path] of paths.entries()) await writeMonth(path, rows, month);
    report(
      rows,
      counts.map((count) => apart([`${rows}`, files, `${count}`])),
    );
  } finally {
    rmSync(files, { recursive: true });
  }
}

function monthsIn(files: string, months: number): readonly string[] {
  return Array.from({ length: months }, (_, month) => join(files, `month-${month + 1}.csv`));
}

function apart(args: readonly string[]): Figure {
  const { status, stdout, stderr } = spawnSync(process.execPath, [process.argv[1] ?? '', ...args], {
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(stderr);
  console.error(stdout.trim());
  return JSON.parse(stdout) as Figure;
}

function report(rows: number, figures: readonly Figure[]): void {
  const record = writeBench('many-sources', { rows, load: loadavg()[0], figures }, `many-sources-${rows}`);
  const table = markdownTable(
    figures.map(
      ({ sources: n, ms, joiningMs, joiningCpuMs, peakMiB: peak, peakBeforeMiB, accounts, failed }) => ({
        Sources: n,
        'Import, s': seconds(ms),
        'Of it putting together, s': failed ?? seconds(joiningMs),
        'The same, s of processor': seconds(joiningCpuMs),
        'Peak memory, MiB': peak,
        'Before it, MiB': peakBeforeMiB,
        Accounts: accounts.toLocaleString('en'),
      }),
    ),
  );
  printEvidence(record, null, [table]);
  process.exitCode = figures.every(({ failed }) => failed === null) ? 0 : 1;
}

async function measure(files: string, months: number): Promise<Figure> {
  const workspace = mkdtempSync(join(tmpdir(), 'bestfit-many-'));
  try {
    return await imported(join(workspace, 'workspace'), monthsIn(files, months));
  } finally {
    rmSync(workspace, { recursive: true });
  }
}

async function imported(folder: string, paths: readonly string[]): Promise<Figure> {
  const began = performance.now();
  const marks = new Map<string, Mark>();
  const figure = (accounts: number, failed: string | null): Figure => {
    const [from = mark(), to = mark()] = ['joining', 'describing'].map((step) => marks.get(step));
    const ms = Math.round(performance.now() - began);
    return {
      sources: paths.length,
      ms,
      joiningMs: Math.round(to.ms - from.ms),
      joiningCpuMs: Math.round(to.cpuMs - from.cpuMs),
      peakMiB: peakMiB(),
      peakBeforeMiB: from.peakMiB,
      accounts,
      failed,
    };
  };
  return withWorkspace(folder, { create: true }, async (workspace) => {
    try {
      const { tables } = await importFiles(workspace, {
        paths,
        choices: nothingSaid,
        maps: [],
        covers: null,
        append: false,
        observedOn: null,
        dryRun: false,
        at: new Date().toISOString(),
        onProgress: ({ step }) => marks.set(step, mark()),
      });
      return figure(tables.find(({ table }) => table === 'accounts')?.rows ?? 0, null);
    } catch (error) {
      if (!(error instanceof BestfitError)) throw error;
      return figure(0, error.code);
    }
  });
}

interface Mark {
  readonly ms: number;
  readonly cpuMs: number;
  readonly peakMiB: number;
}

function mark(): Mark {
  const { user, system } = process.cpuUsage();
  return { ms: performance.now(), cpuMs: (user + system) / 1000, peakMiB: peakMiB() };
}

function seconds(ms: number): string {
  return (ms / 1000).toFixed(1);
}
