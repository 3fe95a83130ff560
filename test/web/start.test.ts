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
  folder = await mkdtemp(join(tmpdir(), 'bestfit-start-'));
  [browser, served] = await Promise.all([launchBrowser(), serveApp(join(folder, 'acme'))]);
});

afterAll(async () => {
  await browser.close();
  await served.stop();
  await rm(folder, { recursive: true, force: true });
});

describe('a first visit', () => {
  it('offers files, the sample or ten questions, in the language of the browser', async () => {
    const window = await openApp(browser, served, { language: 'es' });
    await window.page.getByRole('heading', { name: '¿Quiénes son los mejores clientes' }).waitFor();
    expect(await window.page.getByRole('button', { name: 'Elegir archivos' }).isVisible()).toBe(true);
    expect(await window.page.getByRole('link', { name: 'Empezar' }).isVisible()).toBe(true);
    await keepScreen(window.page, 'welcome-es');
    expect(window.complaints).toEqual([]);
    await window.context.close();
  });

  it('opens the sample with its progress, and another window sees it too', async () => {
    const window = await openApp(browser, served);
    const other = await openApp(browser, served, { scheme: 'dark' });
    await other.page.getByRole('heading', { name: 'Explore the sample' }).waitFor();
    await keepScreen(other.page, 'welcome-dark');
    await window.page.getByRole('button', { name: 'Open the sample' }).click();
    await window.page.getByRole('progressbar').first().waitFor();
    await window.page.getByRole('heading', { name: '4 accounts to call today' }).waitFor({ timeout: 60_000 });
    await other.page.getByRole('heading', { name: '4 accounts to call today' }).waitFor();
    await keepScreen(window.page, 'overview');
    await keepScreen(other.page, 'overview-dark');
    expect([...window.complaints, ...other.complaints]).toEqual([]);
    await window.context.close();
    await other.context.close();
  });
});
