import { type ChildProcess, spawn } from 'node:child_process';
import { mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import chromium from '@sparticuz/chromium';
import { type Browser, type BrowserContext, type Page, chromium as playwright } from 'playwright-core';

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** Where the pictures of the pages are kept, to be looked at; git ignores it. */
export const screensFolder = join(root, '.tmp', 'screens');

/** A served workspace, as a process of its own. */
export interface ServedApp {
  readonly url: string;
  readonly process: ChildProcess;
  /** The next link that lets a browser in. */
  readonly link: () => string;
  stop(signal?: NodeJS.Signals): Promise<void>;
}

/** How the app is opened. */
export interface OpenOptions {
  readonly scheme?: 'light' | 'dark';
  readonly language?: 'en' | 'es';
  readonly width?: number;
  readonly height?: number;
}

/** An open window of the app, and what it complained about. */
export interface AppWindow {
  readonly page: Page;
  readonly context: BrowserContext;
  /** Errors of the console and of the page, and requests that left this machine. */
  readonly complaints: readonly string[];
}

/** Serves a workspace with the command itself, on a free port unless one is given. */
export async function serveApp(
  workspace: string,
  args: readonly string[] = [],
  port = 0,
): Promise<ServedApp> {
  const command = [join(root, 'bin', 'bestfit.mjs'), '-w', workspace, '--json', ...args, 'serve'];
  const child = spawn(process.execPath, [...command, '--port', String(port)], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const links: string[] = [];
  let errors = '';
  child.stderr.on('data', (chunk: Buffer) => {
    errors += chunk.toString();
    for (const [link] of chunk.toString().matchAll(/http:\S+token=\S+/g)) links.push(link);
  });
  const { url, link } = await new Promise<{ url: string; link: string }>((resolve, reject) => {
    let out = '';
    child.stdout.on('data', (chunk: Buffer) => {
      out += chunk.toString();
      if (out.trimEnd().endsWith('}')) resolve(JSON.parse(out) as { url: string; link: string });
    });
    child.once('exit', (code) => reject(new Error(`serve ended with ${code}: ${errors}`)));
  });
  links.push(link);
  const stop = (signal: NodeJS.Signals = 'SIGTERM') =>
    new Promise<void>((resolve) => {
      if (child.exitCode !== null || child.signalCode !== null) return resolve();
      child.once('exit', () => resolve());
      child.kill(signal);
    });
  return { url, process: child, link: () => links.pop() ?? link, stop };
}

/** A Chromium of the test machine; close it when the tests of a file are done. */
export async function launchBrowser(): Promise<Browser> {
  return playwright.launch({
    executablePath: await chromium.executablePath(),
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}

/** Opens a window on a served app and lets it in; every complaint of the page is kept. */
export async function openApp(
  browser: Browser,
  served: ServedApp,
  { scheme = 'light', language = 'en', width = 1280, height = 900 }: OpenOptions = {},
): Promise<AppWindow> {
  const locale = language === 'en' ? 'en-GB' : 'es-ES';
  const context = await browser.newContext({
    viewport: { width, height },
    colorScheme: scheme,
    locale,
    reducedMotion: 'reduce',
    acceptDownloads: true,
  });
  context.setDefaultTimeout(60_000);
  const complaints: string[] = [];
  const page = await watchedPage(context, served.url, complaints);
  await page.goto(served.link());
  await page.waitForURL((address) => !address.pathname.startsWith('/open'));
  return { page, context, complaints };
}

/** Another tab of the same browser; its complaints are kept with those of the first. */
export async function watchedPage(context: BrowserContext, url: string, complaints: string[]): Promise<Page> {
  const page = await context.newPage();
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(`console: ${message.text()}`);
  });
  page.on('response', (response) => {
    if (response.status() >= 400) complaints.push(`${response.status()}: ${response.url()}`);
  });
  page.on('pageerror', (error) => complaints.push(`page: ${error.message}`));
  page.on('request', (request) => {
    const target = request.url();
    if (/^https?:/.test(target) && !target.startsWith(url)) complaints.push(`outside: ${target}`);
  });
  return page;
}

/** Keeps a picture of a page under `.tmp/screens`. */
export async function keepScreen(page: Page, name: string): Promise<void> {
  await mkdir(screensFolder, { recursive: true });
  await page.screenshot({ path: join(screensFolder, `${name}.png`), fullPage: true });
}

/** Waits until nothing of the page is a placeholder any more. */
export async function settled(page: Page): Promise<void> {
  const placeholders = page.locator('.mantine-Skeleton-root');
  while ((await placeholders.count()) > 0) await placeholders.first().waitFor({ state: 'detached' });
  await page.evaluate('document.fonts.ready.then(() => true)');
}
