import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { clinicSample, sampleDay } from '../../samples/index.ts';
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

let browser: Browser;
let folder: string;
let served: ServedApp;
let window: AppWindow;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bestfit-journey-'));
  [browser, served] = await Promise.all([
    launchBrowser(),
    serveApp(join(folder, 'acme'), ['--as-of', sampleDay, '--by', 'Ana']),
  ]);
  window = await openApp(browser, served);
});

afterAll(async () => {
  await browser.close();
  await served.stop();
  await rm(folder, { recursive: true, force: true });
});

async function sampleFiles(): Promise<string[]> {
  const files = join(folder, 'files');
  await mkdir(files);
  return Promise.all(
    clinicSample(7).map(async ({ name, text }) => {
      await writeFile(join(files, name), text);
      return join(files, name);
    }),
  );
}

/** The whole way from exports to the file for the sellers, as a person goes it; each step stands on the one before. */
describe('from an export to the list', () => {
  it('begins with files on the first page and shows what each column was taken for', async () => {
    const { page } = window;
    await page.getByRole('heading', { name: 'Who are your best customers' }).waitFor();
    const chooser = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: 'Choose files' }).click();
    await (await chooser).setFiles(await sampleFiles());
    await page.getByRole('heading', { name: 'Where each column goes' }).waitFor({ timeout: 30_000 });
    const channel = page.getByRole('combobox', { name: 'Where Acquisition channel goes' });
    await channel.first().waitFor();
    await page.getByRole('button', { name: /^Bring in / }).click();
    await page.getByText(/rows are in/).waitFor({ timeout: 60_000 });
  });

  it('ranks the customers, and other weights change who is best at once', async () => {
    const { page } = window;
    await page.getByRole('link', { name: 'Best customers' }).click();
    await page.getByText(/40 of 120 customers are the best/).waitFor({ timeout: 30_000 });
    const weight = page.getByRole('slider', { name: 'Weight of Contract value' });
    await weight.focus();
    for (let press = 0; press < 6; press++) await weight.press('ArrowLeft');
    await settled(page);
    await keepScreen(page, 'journey-weights');
    await page.getByRole('button', { name: 'Revert' }).click();
  });

  it('finds what the best share, and says what chance alone would give', async () => {
    const { page } = window;
    await page.getByRole('link', { name: 'Patterns' }).click();
    await page.getByRole('button', { name: 'Look for patterns' }).first().click();
    await page.getByText('chance alone would give').waitFor({ timeout: 90_000 });
    await page.getByText('Lacks clinic management').first().waitFor();
    await settled(page);
    await keepScreen(page, 'journey-patterns');
  });

  it('drafts the page, edits it in place and publishes it', async () => {
    const { page } = window;
    await page.getByRole('link', { name: 'Profile' }).click();
    await page.getByRole('button', { name: 'Draft it from the data' }).click();
    await page.getByText('industry is private clinic').first().waitFor({ timeout: 90_000 });
    await page.getByRole('button', { name: 'Add an anti-ICP line' }).click();
    const line = page.getByRole('dialog', { name: 'Anti-ICP line' });
    await line.getByLabel('Values').fill('veterinary');
    await line.getByLabel('Values').press('Enter');
    await line.getByLabel('Because').fill('they run another kind of agenda');
    await settled(page);
    await keepScreen(page, 'journey-edit');
    await line.getByRole('button', { name: 'Done' }).click();
    await page.getByText('they run another kind of agenda').first().waitFor();
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    const save = page.getByRole('dialog', { name: 'Save as a new version' });
    await save.getByLabel('Why').fill('sales refuses them');
    await save.getByRole('checkbox', { name: 'Publish it' }).check();
    await save.getByRole('button', { name: 'Save and publish' }).click();
    await page.getByText('Version 2 is published.').waitFor({ timeout: 30_000 });
    await settled(page);
    await keepScreen(page, 'journey-published');
  });

  it('ranks the accounts, and another tab sees it', async () => {
    const { page, context, complaints } = window;
    const other = await watchedPage(context, served.url, complaints as string[]);
    await other.goto(`${served.url}/`);
    await page.getByRole('link', { name: 'Accounts' }).click();
    await page
      .getByRole('row', { name: /Arboleda/ })
      .first()
      .waitFor({ timeout: 90_000 });
    await settled(page);
    await keepScreen(page, 'journey-accounts');
    await other.bringToFront();
    await other.getByRole('heading', { name: /accounts to call today/ }).waitFor();
    await other.close();
  });

  it('says of one account why this one and why now', async () => {
    const { page } = window;
    await page
      .getByRole('row', { name: /Arboleda/ })
      .first()
      .click();
    const drawer = page.getByRole('complementary', { name: 'Account' });
    await drawer.getByText('hired administration').first().waitFor();
    await settled(page);
    await keepScreen(page, 'journey-account');
    expect(page.url()).toContain('account=');
    await page.keyboard.press('Escape');
    await drawer.waitFor({ state: 'detached' });
  });

  it('exports the list as a file that holds every account of the queue', async () => {
    const { page } = window;
    await page.getByRole('button', { name: 'Export' }).click();
    const download = page.waitForEvent('download');
    await page.getByRole('menuitem', { name: /CSV/ }).click();
    const path = join(folder, 'list.csv');
    await (await download).saveAs(path);
    const lines = (await readFile(path, 'utf8')).trimEnd().split('\n');
    expect(lines[0]).toContain('account_id,name,domain');
    expect(lines.length).toBeGreaterThan(4000);
  });

  it('without a complaint of the browser, and without a request that left this machine', () => {
    expect(window.complaints).toEqual([]);
  });
});
