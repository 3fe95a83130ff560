import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import { sampleDay } from '../../samples/index.ts';
import {
  type AppWindow,
  launchBrowser,
  type OpenOptions,
  openApp,
  type ServedApp,
  serveApp,
} from './open-app.ts';
import { sampleWorkspace } from './sample-workspace.ts';

/** Serves a sample of a size to all tests of a file; gives what opens a window at an address of it. */
export function servedSample(size: Parameters<typeof sampleWorkspace>[1]) {
  let browser: Browser;
  let folder: string;
  let served: ServedApp;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'bestfit-sample-'));
    const path = await sampleWorkspace(folder, size);
    [browser, served] = await Promise.all([launchBrowser(), serveApp(path, ['--as-of', sampleDay])]);
  });
  afterAll(async () => {
    await browser.close();
    await served.stop();
    await rm(folder, { recursive: true, force: true });
  });
  return async (address: string, options: OpenOptions = {}): Promise<AppWindow> => {
    const window = await openApp(browser, served, options);
    await window.page.getByRole('navigation').first().waitFor();
    await window.page.goto(served.url + address);
    return window;
  };
}
