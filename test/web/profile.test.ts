import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readProfile } from '../../src/stages/profile/index.ts';
import { demoWorkspace } from './demo-workspace.ts';
import {
  type AppWindow,
  keepScreen,
  launchBrowser,
  openApp,
  type ServedApp,
  serveApp,
  settled,
  watchedPage,
} from './open-app.ts';
import { printedSheet } from './printed-sheet.ts';

let browser: Browser;
let folder: string;
let served: ServedApp;
let window: AppWindow;
let page: Page;

beforeAll(async () => {
  folder = await demoWorkspace();
  [browser, served] = await Promise.all([launchBrowser(), serveApp(folder)]);
  window = await openApp(browser, served, { width: 1440 });
  page = window.page;
  page.setDefaultTimeout(10_000);
  await window.context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await open();
});

afterAll(async () => {
  await browser.close();
  await served.stop();
  await rm(dirname(folder), { recursive: true, force: true });
});

const content = () => page.locator('#content');
const sheet = () => content().locator('article').first();

async function open(): Promise<void> {
  await page.goto(`${served.url}/profile`);
  await sheet().waitFor();
  await settled(page);
}

async function save(why: string): Promise<void> {
  await page.keyboard.press('Control+s');
  await page.getByLabel('Why', { exact: true }).fill(why);
  await page.getByRole('button', { name: /^Save/ }).last().click();
  await page.getByRole('dialog').waitFor({ state: 'detached' });
}

describe('the page', () => {
  it('changes where it stands, and says what the change does', async () => {
    await page.getByRole('button', { name: /points for industry is private clinic/ }).click();
    await page.getByRole('menuitem', { name: '+1', exact: true }).click();
    const effects = content().getByRole('heading', { name: 'What this edit does' }).locator('..');
    await effects.getByRole('cell').first().waitFor();
    const row = effects.getByRole('row', { name: /^A / });
    await expect.poll(() => row.getByRole('cell').last().textContent()).toMatch(/^[−+]\d/);
    await keepScreen(page, 'profile-edited');
  });

  it('shows whom it reaches against how good they are', async () => {
    await content()
      .getByRole('img', { name: /A and B reach/ })
      .waitFor();
  });

  it('is as it was after undo, and changed again after redo', async () => {
    const points = page.getByRole('button', { name: /points for industry is private clinic/ });
    await page.keyboard.press('Control+z');
    await expect.poll(() => points.textContent()).toBe('+3');
    await page.keyboard.press('Control+Shift+z');
    await expect.poll(() => points.textContent()).toBe('+1');
  });

  it('keeps an edit over a reload', async () => {
    await page.reload();
    await sheet().waitFor();
    const points = page.getByRole('button', { name: /points for industry is private clinic/ });
    await expect.poll(() => points.textContent()).toBe('+1');
  });

  it('gains an anti-ICP line with a reason from its editor; the lint is quiet about it at once', async () => {
    await content().getByText('There is no anti-ICP').waitFor();
    await page.getByRole('button', { name: 'Add an anti-ICP line' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('combobox', { name: 'What it asks about' }).click();
    await page.getByRole('option', { name: 'practitioners' }).click();
    await dialog.getByRole('combobox', { name: 'How' }).click();
    await page.getByRole('option', { name: 'is at most' }).click();
    await dialog.getByLabel('To').fill('1');
    expect(await dialog.getByRole('button', { name: 'Done' }).isDisabled()).toBe(true);
    await dialog.getByLabel('Because').fill('no coordination problem');
    await keepScreen(page, 'profile-line-editor');
    await dialog.getByRole('button', { name: 'Done' }).click();
    await sheet().getByText('practitioners up to 1').waitFor();
    await content().getByText('There is no anti-ICP').waitFor({ state: 'detached' });
  });

  it('takes texts in place', async () => {
    await page.getByRole('button', { name: 'Edge: open' }).click();
    await page.getByRole('textbox', { name: 'Edge' }).fill('Empty slots refill themselves');
    await page.keyboard.press('Enter');
    await sheet().getByText('“Empty slots refill themselves”').waitFor();
  });

  it('is saved with its reason by the keyboard; its versions tell in words what changed', async () => {
    await save('as sales heard it');
    await sheet()
      .getByText(/Version 2/)
      .waitFor();
    await page.getByRole('button', { name: 'More actions with the page' }).click();
    await page.getByRole('menuitem', { name: 'Versions' }).click();
    const drawer = page.getByRole('dialog');
    await drawer.getByText('as sales heard it').waitFor();
    await drawer.getByText('Points of industry is private clinic: 3 → 1').waitFor();
    await drawer.getByText('Added to the anti-ICP: practitioners up to 1').waitFor();
    await keepScreen(page, 'profile-versions');
    await page.keyboard.press('Escape');
    await drawer.waitFor({ state: 'detached' });
  });

  it('is signed off by a team', async () => {
    await page.getByRole('button', { name: 'Sign for Sales' }).click();
    await sheet()
      .getByText(/signed by Sales/)
      .waitFor();
  });

  it('tells a second tab, and overwrites nothing that another tab kept', async () => {
    const other = await watchedPage(window.context, served.url, window.complaints as string[]);
    await other.goto(`${served.url}/profile`);
    await other.getByRole('button', { name: /^Edge:/ }).click();
    await other.getByRole('textbox', { name: 'Edge' }).fill('No double booking');
    await other.keyboard.press('Enter');
    await page.getByRole('button', { name: /points for practitioners/ }).click();
    await page.getByRole('menuitem', { name: '+2', exact: true }).click();
    await save('first');
    await other.getByText(/was kept while this edit/).waitFor();
    await keepScreen(other, 'profile-overtaken');
    await other.getByRole('button', { name: /Keep this edit/ }).click();
    await other.locator('#content').getByText('“No double booking”').waitFor();
    await other.close();
    await open();
  });

  it('goes onto the clipboard as Markdown and into a file as a document that reads back', async () => {
    const more = page.getByRole('button', { name: 'More actions with the page' });
    await more.click();
    await page.getByRole('menuitem', { name: 'Copy as Markdown' }).click();
    await page.getByText('The page is on the clipboard.').waitFor();
    const copied = await page.evaluate('navigator.clipboard.readText()');
    expect(copied).toMatch(/^# Our best customers\n/);
    expect(copied).toContain('| +1 | industry is private clinic |');
    await more.click();
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('menuitem', { name: 'Download as YAML' }).click(),
    ]);
    expect(file.suggestedFilename()).toBe('Our best customers.yaml');
    expect(readProfile(await readFile(await file.path(), 'utf8')).anti).toHaveLength(1);
  });

  it('has no serious or critical violation in its editors', async () => {
    await page.getByRole('button', { name: 'Add a fit line' }).click();
    await page.getByRole('dialog').waitFor();
    await settled(page);
    const { violations } = await new AxeBuilder({ page }).analyze();
    const grave = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
    expect(grave.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
    await page.keyboard.press('Escape');
  });

  it('complained about nothing', () => {
    expect(window.complaints).toEqual([]);
  });
});

describe('without a page', () => {
  it('ten questions write one, in any language, and keep what was answered over a reload', async () => {
    const empty = await mkdtemp(join(tmpdir(), 'bestfit-founder-'));
    const server = await serveApp(empty);
    const founder = await openApp(browser, server, { language: 'es' });
    const tab = founder.page;
    tab.setDefaultTimeout(10_000);
    await tab.goto(`${server.url}/profile`);
    await tab.getByRole('link', { name: 'Responder diez preguntas' }).click();
    await tab.getByLabel('Nombre de la página').fill('Clínicas privadas');
    await tab.getByLabel('Qué se ofrece').fill('Una agenda que rellena huecos');
    await tab.reload();
    expect(await tab.getByLabel('Nombre de la página').inputValue()).toBe('Clínicas privadas');
    await keepScreen(tab, 'questions-es');
    await tab.getByRole('button', { name: 'Siguiente' }).click();
    await tab
      .getByRole('textbox', { name: 'Sectores' })
      .or(tab.getByRole('combobox', { name: 'Sectores' }))
      .first()
      .fill('clínica privada,');
    await tab.getByRole('button', { name: 'Siguiente' }).click();
    await tab.getByLabel('Desde').fill('3');
    await tab.getByLabel('Hasta').fill('15');
    for (let n = 3; n < 10; n++) await tab.getByRole('button', { name: 'Siguiente' }).click();
    await tab.getByRole('button', { name: 'Escribir la página' }).click();
    const written = tab.locator('#content article').first();
    await written.getByText('sector: clínica privada').waitFor();
    await written.getByText('empleados: 3–15').waitFor();
    await written.getByText('¿Quién decide el gasto?').waitFor();
    await keepScreen(tab, 'profile-founder-es');
    expect(founder.complaints).toEqual([]);
    await founder.context.close();
    await server.stop();
    await rm(empty, { recursive: true, force: true });
  });
});

describe.each(['en', 'es'] as const)('on paper in %s', (language) => {
  it('the page of the sample is exactly one A4 page', async () => {
    const opened = await openApp(browser, served, { language });
    await opened.page.goto(`${served.url}/profile`);
    await opened.page.locator('#content article').first().waitFor();
    const printed = await printedSheet(opened.page);
    expect(printed).toEqual({ pages: 1, clipped: [], smallest: expect.any(Number), moved: null });
    expect(printed.smallest).toBeGreaterThanOrEqual(8);
    await opened.context.close();
  });
});
