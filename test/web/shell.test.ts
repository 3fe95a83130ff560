import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { keepScreen, launchBrowser, openApp, type ServedApp, serveApp } from './open-app.ts';

let browser: Browser;
let folder: string;
let served: ServedApp;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bestfit-shell-'));
  [browser, served] = await Promise.all([launchBrowser(), serveApp(folder)]);
});

afterAll(async () => {
  await browser.close();
  await served.stop();
  await rm(folder, { recursive: true, force: true });
});

describe('the way in', () => {
  it('is a link that works once; the next browser needs the next link', async () => {
    const link = served.link();
    const one = await fetch(link, { redirect: 'manual' });
    expect(one.headers.get('set-cookie')).toMatch(/^bestfit-\d+=.*HttpOnly; SameSite=Strict/);
    const two = await fetch(link, { redirect: 'manual' });
    expect(two.headers.get('set-cookie')).toBeNull();
    const window = await openApp(browser, served);
    await window.page.getByRole('navigation').waitFor();
    expect(window.complaints).toEqual([]);
    await keepScreen(window.page, 'shell');
    await window.context.close();
  });
});
