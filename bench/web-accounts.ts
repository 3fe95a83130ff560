import { mkdtempSync, rmSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { openWorkspace } from '../src/app/compose.ts';
import { scoreAccounts } from '../src/app/score-accounts.ts';
import { readProfile } from '../src/stages/profile/index.ts';
import { type AppWindow, launchBrowser, openApp, serveApp } from '../test/web/open-app.ts';
import { fullPage } from './score/pages.ts';
import { makeUniverse, universeDay } from './score/universe.ts';
import { writeBench } from './write-bench.ts';

/** What the Accounts page takes in a real browser over a universe of companies: its data, its sliders, its scrolling. */
const accounts = Number(process.argv[2] ?? 1_000_000);
const bars = {
  'page data, ms': 1000,
  'a step of a slider, ms': 50,
  'scrolling, 95th percentile of frames, ms': 50,
};
const steps = 30;

async function main(): Promise<void> {
  const base = mkdtempSync(join(tmpdir(), 'bestfit-web-accounts-'));
  const folder = join(base, 'workspace');
  try {
    await makeList(folder);
    const served = await serveApp(folder, ['--as-of', universeDay]);
    const browser = await launchBrowser();
    const window = await openApp(browser, served);
    try {
      const figures = { accounts, ...(await measure(window, served.url)) };
      const name = accounts === 1_000_000 ? 'web-accounts' : `web-accounts-${accounts / 1_000_000}m`;
      writeBench('web-accounts', { cores: cpus().length, load: loadavg()[0], bars, ...figures }, name);
      console.log(JSON.stringify(figures, null, 2));
    } finally {
      await browser.close();
      await served.stop();
    }
  } finally {
    rmSync(base, { recursive: true, force: true });
  }
}

/** As many distinct vectors as ten million accounts of the universe have (bench outcomes). */
const vectorsOfTenMillion = 184_055;

interface Answer {
  readonly vectors: {
    readonly lines: number;
    readonly groups: readonly { readonly standing: string; readonly timing: string }[];
  };
}

/** Vectors of the same card, as many as ten million accounts have, spread over the timing classes. */
function tenMillion({ lines, groups, ...rest }: Answer['vectors']) {
  const scored = groups.filter(({ standing }) => standing === 'scored');
  const each = Math.floor(vectorsOfTenMillion / scored.length);
  const step = Math.floor(3 ** lines / each);
  const codes = Array.from({ length: each }, (_, i) => i * step);
  const accounts = codes.map((code) => 1 + ((code * 7919) % 108));
  return { ...rest, lines, groups: scored.map((group) => ({ ...group, codes, accounts })) };
}

async function makeList(folder: string): Promise<void> {
  const made = await openWorkspace(folder, { create: true });
  await makeUniverse(made, accounts);
  await made.engine.close();
  await made.store.close();
  const workspace = await openWorkspace(folder, { create: false });
  const at = `${universeDay}T08:00:00.000Z`;
  const profile = readProfile(fullPage);
  await workspace.store.saveProfile({ profile, at, by: 'bench', why: null, snapshot: null, publish: true });
  const request = { profile: null, version: null, asOf: universeDay, include: [], at, onProgress: () => {} };
  await scoreAccounts(workspace, request);
  await workspace.engine.close();
  await workspace.store.close();
}

async function measure({ page, context, complaints }: AppWindow, url: string) {
  const firstMs = await msOf(() => openList(page, url));
  const againMs = await msOf(() => openList(page, url));
  const data = await dataTimes(page);
  const thread = await context.newCDPSession(page);
  await thread.send('Performance.enable', { timeDomain: 'threadTicks' });
  const busy = async () => {
    const { metrics } = await thread.send('Performance.getMetrics');
    return 1000 * (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0);
  };
  const slider = await moveSlider(page, busy);
  await page.route('**/api/v1/list/outcomes*', async (route) => {
    const response = await route.fetch();
    const answer = (await response.json()) as Answer;
    await route.fulfill({ response, json: { ...answer, vectors: tenMillion(answer.vectors) } });
  });
  await openList(page, url);
  const sliderAtMost = await moveSlider(page, busy);
  await page.unroute('**/api/v1/list/outcomes*');
  await openList(page, url);
  return {
    'list there, first visit, ms': firstMs,
    'list there, again, ms': againMs,
    'page data, ms': data,
    'a step of a slider, ms of the main thread': slider,
    [`a step of a slider with the ${vectorsOfTenMillion} vectors of ten million accounts`]: sliderAtMost,
    'scrolling, frames in ms': {
      wheel: await frames(page, 100),
      flick: await frames(page, 2500),
      'bar dragged': await frames(page, 60_000),
    },
    complaints,
  };
}

async function openList(page: Page, url: string): Promise<void> {
  await page.goto(`${url}/accounts`);
  await page.locator('[role=row][aria-rowindex="2"]:not([aria-busy])').first().waitFor({ timeout: 300_000 });
  await page.locator('[role=slider]').first().waitFor({ timeout: 300_000 });
}

/** What the API takes for each part of the page, warm; a page of another order is sorted once. */
async function dataTimes(page: Page) {
  const last = Math.floor(0.7 * accounts);
  const asked = {
    head: '/list',
    'first rows': '/list/accounts?standing=scored',
    'rows far down': `/list/accounts?standing=scored&offset=${last}`,
    'first rows by name': '/list/accounts?standing=scored&sort=name',
    'rows far down by name, sorted first': `/list/accounts?standing=scored&sort=name&offset=${last}`,
    'rows far down by name': `/list/accounts?standing=scored&sort=name&offset=${last - 5000}`,
    search: '/list/accounts?standing=scored&search=pany+77',
    'counts of a search': '/list/counts?standing=scored&search=pany+78',
    'counts of a tier': '/list/counts?standing=scored&tier=B',
    outcomes: '/list/outcomes',
    'an account, first': '/accounts/acc-777',
    'an account': '/accounts/acc-778',
  };
  const times: Record<string, number> = {};
  for (const [name, path] of Object.entries(asked))
    times[name] = await page.evaluate<number>(
      `(async () => { const from = performance.now(); await (await fetch('/api/v1${path}')).json(); return Math.round(performance.now() - from); })()`,
    );
  return times;
}

/** Moves the beginning of tier A down and up again; main thread times do not count other work on the machine. */
async function moveSlider(page: Page, busy: () => Promise<number>) {
  await page.locator('[role=slider][data-tier=A]').focus();
  await page.keyboard.press('ArrowLeft');
  await page.waitForTimeout(1500);
  const taken: number[] = [];
  for (let step = 0; step < steps; step++) {
    const before = await busy();
    await page.keyboard.press(step < steps / 2 ? 'ArrowLeft' : 'ArrowRight');
    await page.waitForTimeout(150);
    taken.push((await busy()) - before);
  }
  return percentiles(taken);
}

/** Scrolls by so many pixels a frame, 300 frames long. */
async function frames(page: Page, pixels: number) {
  const taken = await page.evaluate<number[]>(`(async () => {
    const grid = document.querySelector('[role=grid]');
    grid.scrollTop = 0;
    await new Promise((resolve) => setTimeout(resolve, 800));
    const frames = [];
    let last = performance.now();
    for (let i = 0; i < 300; i++) {
      grid.scrollTop += ${pixels};
      await new Promise(requestAnimationFrame);
      frames.push(performance.now() - last);
      last = performance.now();
    }
    return frames;
  })()`);
  return percentiles(taken);
}

function percentiles(taken: readonly number[]) {
  const sorted = taken.toSorted((a, b) => a - b);
  const at = (share: number) => Number(sorted[Math.floor(share * (sorted.length - 1))]!.toFixed(1));
  return { median: at(0.5), p95: at(0.95), most: at(1) };
}

async function msOf(work: () => Promise<void>): Promise<number> {
  const from = performance.now();
  await work();
  return Math.round(performance.now() - from);
}

await main();
