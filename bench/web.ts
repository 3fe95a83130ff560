import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { clinicSample, sampleDay } from '../samples/index.ts';
import { launchBrowser, serveApp, settled } from '../test/web/open-app.ts';
import { markdownTable } from './markdown-table.ts';
import { writeBench } from './write-bench.ts';

/** Most compressed JavaScript of the first view, in kB, and most milliseconds for the data of a page. */
const bars = { script: 350, sampleMs: 200, largeMs: 1000 };

const pages = ['', 'data', 'customers', 'patterns', 'profile', 'scorecard', 'accounts'];
const seed = 7;

/** Opens every page of the app in Chromium, again and again: what it loads, and how long its data take. */
async function main(prospects: number, runs: number): Promise<void> {
  const base = mkdtempSync(join(tmpdir(), 'bestfit-bench-web-'));
  const folder = join(base, 'clinic-software');
  try {
    makeWorkspace(folder, prospects);
    const figures = await measure(folder, runs);
    report(figures, { prospects, runs });
  } finally {
    rmSync(base, { recursive: true, force: true });
  }
}

/** The sample company with as many prospects as asked, its page and its list, made by the command itself. */
function makeWorkspace(folder: string, prospects: number): void {
  const files = join(folder, 'files');
  mkdirSync(files, { recursive: true });
  const paths = clinicSample(seed, { customers: 120, prospects }).map(({ name, text }) => {
    writeFileSync(join(files, name), text);
    return join(files, name);
  });
  run(folder, 'import', ...paths);
  run(folder, 'profile', 'draft', '--publish');
  run(folder, 'discover');
  run(folder, 'score');
}

function run(folder: string, ...args: readonly string[]): void {
  const command = ['bin/bestfit.mjs', '-w', folder, '--as-of', sampleDay, '--json', ...args];
  const { status, stderr } = spawnSync(process.execPath, command, { encoding: 'utf8', maxBuffer: 1 << 30 });
  if (status !== 0) throw new Error(`${args.join(' ')}: ${stderr}`);
}

/** What one page loaded and how long it took. */
interface PageFigures {
  readonly page: string;
  /** Compressed bytes of scripts, of the first view alone. */
  readonly scriptKb: number;
  /** From the address to the page without placeholders; median of the runs after the first. */
  readonly shownMs: number;
  /** The slowest of the page's own requests to the API; median and worst of the runs after the first. */
  readonly dataMs: number;
  readonly worstDataMs: number;
  /** The same on the first visit, before anything is cached by the server. */
  readonly firstDataMs: number;
}

async function measure(folder: string, runs: number): Promise<readonly PageFigures[]> {
  const served = await serveApp(folder, ['--as-of', sampleDay]);
  const browser = await launchBrowser();
  try {
    const figures: PageFigures[] = [];
    for (const page of pages) {
      const visits: Visit[] = [];
      for (let turn = 0; turn < runs + 1; turn++) {
        // A new visitor each time: let in by the link, with nothing in the cache of the browser.
        const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
        await context.request.get(served.link(), { maxRedirects: 0 });
        visits.push(await visit(await context.newPage(), `${served.url}/${page}`));
        await context.close();
      }
      figures.push(summarize(page, visits));
    }
    return figures;
  } finally {
    await browser.close();
    await served.stop();
  }
}

interface Visit {
  readonly scriptBytes: number;
  readonly shownMs: number;
  readonly dataMs: number;
}

async function visit(page: Page, address: string): Promise<Visit> {
  let scriptBytes = 0;
  let dataMs = 0;
  page.on('requestfinished', async (request) => {
    const { pathname } = new URL(request.url());
    const sizes = await request.sizes().catch(() => null);
    if (pathname.endsWith('.js') && sizes !== null) scriptBytes += sizes.responseBodySize;
    const { responseEnd } = request.timing();
    if (pathname.startsWith('/api/v1/') && responseEnd > 0) dataMs = Math.max(dataMs, responseEnd);
  });
  const before = performance.now();
  await page.goto(address);
  await page.getByRole('heading', { level: 1 }).waitFor();
  await settled(page);
  const shownMs = performance.now() - before;
  await page.waitForTimeout(400);
  return { scriptBytes, shownMs, dataMs };
}

function summarize(page: string, [first, ...visits]: readonly Visit[]): PageFigures {
  const data = visits.map(({ dataMs }) => dataMs);
  return {
    page: page === '' ? 'overview' : page,
    scriptKb: Math.round(Math.max(...visits.map(({ scriptBytes }) => scriptBytes)) / 1000),
    shownMs: Math.round(median(visits.map(({ shownMs }) => shownMs))),
    dataMs: Math.round(median(data)),
    worstDataMs: Math.round(Math.max(...data)),
    firstDataMs: Math.round(first?.dataMs ?? 0),
  };
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}

function report(
  figures: readonly PageFigures[],
  { prospects, runs }: { prospects: number; runs: number },
): void {
  const most = prospects > 100_000 ? bars.largeMs : bars.sampleMs;
  const file = prospects > 100_000 ? 'web-1m' : 'web';
  writeBench('web', { prospects, runs, bars, load: loadavg()[0], pages: figures }, file);
  console.log(markdownTable(figures.map((row) => ({ ...row }))));
  const slow = figures.filter(({ dataMs }) => dataMs > most);
  const heavy = figures.filter(({ scriptKb }) => scriptKb > bars.script);
  console.log(
    `Bars: scripts ${bars.script} kB (${heavy.length} over), data ${most} ms (${slow.length} over).`,
  );
  process.exitCode = slow.length + heavy.length === 0 ? 0 : 1;
}

const [prospects = '5000', runs = '5'] = process.argv.slice(2);
await main(Number(prospects), Number(runs));
