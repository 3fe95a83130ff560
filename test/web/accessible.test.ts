import { rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { demoWorkspace } from './demo-workspace.ts';
import { keepScreen, launchBrowser, openApp, type ServedApp, serveApp, settled } from './open-app.ts';

let browser: Browser;
let folder: string;
let served: ServedApp;

beforeAll(async () => {
  folder = await demoWorkspace();
  [browser, served] = await Promise.all([launchBrowser(), serveApp(folder)]);
});

afterAll(async () => {
  await browser.close();
  await served.stop();
  await rm(dirname(folder), { recursive: true, force: true });
});

const pages = ['', 'data', 'connections', 'customers', 'patterns', 'profile', 'scorecard', 'accounts'];
const looks = (['light', 'dark'] as const).flatMap((scheme) =>
  (['en', 'es'] as const).map((language) => ({ scheme, language })),
);

describe.each(looks)('in $scheme and $language', ({ scheme, language }) => {
  it.each(pages)('the page /%s has no serious or critical violation and fits a phone', async (path) => {
    const window = await openApp(browser, served, { scheme, language });
    await window.page.goto(`${served.url}/${path}`);
    await window.page.getByRole('heading', { level: 1 }).waitFor();
    await settled(window.page);
    const name = `${path === '' ? 'overview' : path}-${scheme}-${language}`;
    await keepScreen(window.page, `${name}-1280`);
    const { violations } = await new AxeBuilder({ page: window.page }).analyze();
    const grave = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
    expect(grave.map(({ id, nodes }) => [id, nodes.slice(0, 3).map(({ html }) => html)])).toEqual([]);
    await window.page.setViewportSize({ width: 390, height: 844 });
    await window.page.waitForTimeout(150);
    await keepScreen(window.page, `${name}-390`);
    const overflow = await window.page.evaluate<number>(
      'document.documentElement.scrollWidth - document.documentElement.clientWidth',
    );
    expect(overflow).toBeLessThanOrEqual(0);
    expect(window.complaints).toEqual([]);
    await window.context.close();
  });
});
