import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runCli } from '../run-cli.ts';
import { demoWorkspace } from './demo-workspace.ts';
import { type AppWindow, keepScreen, launchBrowser, openApp, type ServedApp, serveApp } from './open-app.ts';

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

async function openList(search = '', options: Parameters<typeof openApp>[2] = {}): Promise<AppWindow> {
  const window = await openApp(browser, served, options);
  await window.page.goto(`${served.url}/accounts${search}`);
  await window.page.locator('[role=row][aria-rowindex="2"]:not([aria-busy])').first().waitFor();
  return window;
}

async function closeClean(window: AppWindow): Promise<void> {
  expect(window.complaints).toEqual([]);
  await window.context.close();
}

describe('the list', () => {
  it('is filtered by a cell of the grid, a search and a field, all kept in the address', async () => {
    const window = await openList();
    const { page } = window;
    await page.getByRole('button', { name: 'Tier A, timing Hot: 4 accounts' }).click();
    await page
      .getByRole('status')
      .filter({ hasText: /^4 accounts$/ })
      .waitFor();
    expect(page.url()).toContain('tier=');
    await page.reload();
    await page
      .getByRole('status')
      .filter({ hasText: /^4 accounts$/ })
      .waitFor();
    await page.getByRole('button', { name: 'Clear all filters' }).click();
    await page.getByRole('searchbox').fill('CLINICA ARBOLEDA');
    await page.waitForURL(/q=CLINICA/);
    await page.getByRole('gridcell').filter({ hasText: 'Clínica Arboleda' }).first().waitFor();
    await page.getByRole('button', { name: 'Play' }).first().click();
    await page.getByRole('checkbox', { name: 'Sequence' }).check();
    await page.waitForURL(/play=/);
    await keepScreen(page, 'accounts-filtered');
    await page.keyboard.press('Escape');
    await page.getByRole('searchbox').fill('nobody is called so');
    await page.getByRole('heading', { name: 'No account fits these filters' }).waitFor();
    await closeClean(window);
  });

  it('is ordered by what is shown, both ways', async () => {
    const window = await openList();
    const { page } = window;
    const first = () =>
      page.locator('[role=row][aria-rowindex="2"] [data-column=account] span').first().textContent();
    await page.getByRole('button', { name: 'Account', exact: true }).click();
    await page.waitForURL(/sort=name/);
    await expect.poll(first).toMatch(/^Bufete/);
    await page.getByRole('button', { name: 'Account', exact: true }).click();
    await page.waitForURL(/desc=true/);
    await expect.poll(first).not.toMatch(/^Bufete/);
    await page.getByRole('grid').evaluate('(grid) => { grid.scrollTop = grid.scrollHeight; }');
    const last = page.locator('[role=row]').last();
    await expect.poll(async () => ((await last.textContent()) ?? '').length).toBeGreaterThan(5);
    await closeClean(window);
  });

  it('is walked with the keys; Enter opens an account, arrows go on to the next, Escape closes it', async () => {
    const window = await openList();
    const { page } = window;
    const drawer = page.getByRole('complementary', { name: 'Account' });
    await page.getByRole('grid').focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await drawer.getByRole('heading', { level: 2 }).waitFor();
    const name = await drawer.getByRole('heading', { level: 2 }).textContent();
    await page.keyboard.press('ArrowDown');
    await expect.poll(() => drawer.getByRole('heading', { level: 2 }).textContent()).not.toBe(name);
    expect(page.url()).toContain('account=');
    await page.reload();
    await drawer.getByRole('heading', { level: 3, name: 'The sum, line by line' }).waitFor();
    await keepScreen(page, 'accounts-drawer');
    await page.keyboard.press('Escape');
    await drawer.waitFor({ state: 'detached' });
    await closeClean(window);
  });

  it('shows an account whole: sum, unknowns, what lifts it, committee, events, customers like it', async () => {
    const window = await openList('?account=P-0099', { language: 'es', scheme: 'dark', height: 1800 });
    const { page } = window;
    const drawer = page.getByRole('complementary', { name: 'Cuenta' });
    for (const name of [
      'La suma, línea a línea',
      'Momento',
      'Lo que no se sabe',
      'Qué la haría de llamar hoy',
      'Comité',
      'Qué ha ocurrido',
      'Los mejores clientes que más se le parecen',
    ])
      await drawer.getByRole('region', { name }).waitFor();
    await keepScreen(page, 'accounts-drawer-es-dark');
    await closeClean(window);
  });

  it('reads well on a phone', async () => {
    const window = await openList('', { width: 390, height: 844 });
    await keepScreen(window.page, 'accounts-phone');
    await window.page.locator('#account-row-0').click();
    await window.page.getByRole('complementary').getByRole('heading', { level: 2 }).waitFor();
    await keepScreen(window.page, 'accounts-drawer-phone');
    await closeClean(window);
  });
});

describe('points and tiers', () => {
  it('are tried at once, taken back, and kept as a version with which the list is scored anew', async () => {
    const window = await openList('?points=true');
    const { page } = window;
    await page.getByRole('slider', { name: 'Tier A begins at' }).focus();
    await page.keyboard.press('ArrowLeft');
    const bar = page.getByRole('region', { name: 'Points and tiers tried' });
    await bar.getByText('accounts change their tier.').waitFor();
    await bar.getByText('B → A').waitFor();
    await keepScreen(page, 'accounts-tuned');
    await bar.getByRole('button', { name: 'Undo' }).click();
    await bar.waitFor({ state: 'detached' });
    await page.getByRole('slider', { name: 'lacks clinic management' }).focus();
    await page.keyboard.press('ArrowRight');
    await bar.getByRole('textbox').fill('Sales asked');
    await bar.getByRole('button', { name: 'Save as version 2' }).click();
    await page.getByText('version 2 ·').waitFor({ timeout: 30_000 });
    await page.locator('[role=row][aria-rowindex="2"]:not([aria-busy])').first().waitFor({ timeout: 30_000 });
    await closeClean(window);
  });
});

describe('the export', () => {
  it('is the list as filtered', async () => {
    const window = await openList('?tier=["A"]&timing=["hot"]');
    const { page } = window;
    await page.getByRole('button', { name: 'Export' }).click();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('menuitem', { name: 'CSV' }).click(),
    ]);
    const text = await readFile(await download.path(), 'utf8');
    const lines = text.trimEnd().split('\n');
    expect(lines[0]).toContain('account_id,name,domain');
    expect(lines.slice(1).every((line) => line.includes('call today'))).toBe(true);
    expect(lines.length).toBeGreaterThan(1);
    await closeClean(window);
  });
});

describe('without a list', () => {
  const companies = 'company id,company name,industry\n1,Acme,clinic\n2,Bolt,clinic\n';

  it.each([
    { name: 'no data', data: null, profile: null, said: 'There are no accounts yet' },
    { name: 'no profile', data: companies, profile: null, said: 'There is no profile to rank by yet' },
    {
      name: 'a profile without points',
      data: companies,
      profile: 'profile: Ours\nkind: company\n',
      said: 'The page has no points yet.',
    },
    {
      name: 'a market that nobody is in',
      data: companies,
      profile: 'profile: Ours\nkind: company\nmarket:\n  - { field: industry, any: [bank] }\n',
      said: 'No account is in the queue',
    },
  ])('says what is missing: $name', async ({ name, data, profile, said }) => {
    const own = await mkdtemp(join(tmpdir(), 'bestfit-web-none-'));
    const workspace = join(own, 'acme');
    for (const [file, text, command] of [
      ['companies.csv', data, ['import']],
      ['page.yaml', profile, ['profile', 'apply']],
    ] as const) {
      if (text === null) continue;
      await writeFile(join(own, file), text);
      expect((await runCli(['-w', workspace, ...command, join(own, file)])).status).toBe(0);
    }
    const other = await serveApp(workspace);
    const window = await openApp(browser, other);
    await window.page.goto(`${other.url}/accounts`);
    await window.page.getByText(said).first().waitFor();
    await keepScreen(window.page, `accounts-${name.replaceAll(' ', '-')}`);
    await closeClean(window);
    await other.stop();
    await rm(own, { recursive: true, force: true });
  });
});
