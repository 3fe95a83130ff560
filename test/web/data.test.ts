import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { clinicSample } from '../../samples/index.ts';
import {
  type AppWindow,
  keepScreen,
  launchBrowser,
  openApp,
  type ServedApp,
  serveApp,
  settled,
} from './open-app.ts';

let browser: Browser;
let folder: string;
let served: ServedApp;
let window: AppWindow;

beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bestfit-data-'));
  served = await serveApp(join(folder, 'acme'));
  window = await openApp(browser, served);
});
afterEach(async () => {
  await window.context.close();
  await served.stop();
  await rm(folder, { recursive: true, force: true });
});

const customers = `Company,Website,Employees,Country,Contract value,Customer since,Notes
Acme,acme.com,120,Spain,12000,2025-01-10,calls back
Beta,beta.io,many,Spain,8000,2025-02-11,calls back
Cora,cora.es,40,France,9000,2025-03-12,slow
Delta,delta.es,15,France,4000,2025-04-13,slow
Echo,echo.es,60,Italy,7000,2025-05-14,slow
`;

async function write(name: string, text: string): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, text);
  return path;
}

async function bring(page: Page, paths: readonly string[]): Promise<void> {
  await page.goto(`${served.url}/data`);
  await page.getByRole('heading', { level: 1, name: 'Data' }).waitFor();
  await page
    .getByTestId('files')
    .first()
    .setInputFiles([...paths]);
}

describe('the page of the data', () => {
  it('shows where each column goes, takes a correction, brings the rows in and takes them back', async () => {
    const { page } = window;
    await page.goto(`${served.url}/data`);
    await page.getByRole('heading', { name: 'No data yet' }).waitFor();
    await keepScreen(page, 'data-empty');
    await bring(page, [await write('customers.csv', customers)]);
    await page.getByRole('heading', { name: 'Where each column goes' }).waitFor();
    await settled(page);
    await keepScreen(page, 'data-review');
    expect(page.url()).toMatch(/preview=\d+/);
    const notes = page.getByRole('combobox', { name: 'Where Notes goes' });
    await notes.click();
    await page.getByRole('option', { name: 'Leave out' }).click();
    await page.reload();
    await page.getByRole('row', { name: /Notes/ }).getByText('Your choice').waitFor();
    await page.getByRole('button', { name: 'Bring in 5 rows' }).click();
    await page.getByText('4 rows are in. 1 was set aside.').waitFor();
    await settled(page);
    await keepScreen(page, 'data-look');
    await page.getByRole('tab', { name: /Files/ }).click();
    await page.getByText('6 kept, 1 left out').waitFor();
    await settled(page);
    await keepScreen(page, 'data-files');
    await page.getByRole('alert').getByRole('button', { name: 'Undo' }).click();
    await page.getByText('Taken back: customers.csv brought in.').waitFor();
    await page.getByRole('heading', { name: 'No data yet' }).waitFor();
    expect(window.complaints).toEqual([]);
  });

  it('corrects a row that was set aside in its place, and the row comes in', async () => {
    const { page } = window;
    await bring(page, [await write('customers.csv', customers)]);
    await page.getByRole('button', { name: 'Bring in 5 rows' }).click();
    await page.getByText('4 rows are in. 1 was set aside.').waitFor();
    await page.getByRole('tab', { name: /Set aside/ }).click();
    const cell = page.getByRole('textbox', { name: 'Employees in line 3' });
    await cell.waitFor();
    await settled(page);
    await keepScreen(page, 'data-aside');
    await cell.fill('35');
    await page.getByRole('button', { name: 'Try 1 row again' }).click();
    await page.getByRole('heading', { name: 'Every row fits' }).waitFor();
    await page.getByText('1 row is in.').waitFor();
    expect(window.complaints).toEqual([]);
  });

  it('says what is wrong with a broken file and what to do', async () => {
    const { page } = window;
    await bring(page, [await write('broken.xlsx', 'this is no workbook')]);
    const note = page.getByRole('alert').first();
    await note.waitFor();
    expect(await note.textContent()).toContain('broken.xlsx');
    await settled(page);
    await keepScreen(page, 'data-broken');
    expect(window.complaints).toEqual([]);
  });

  it('brings in what is whole beside a broken file, dropped together', async () => {
    const { page } = window;
    await page.goto(`${served.url}/data`);
    const place = page.getByRole('heading', { name: 'No data yet' });
    await place.waitFor();
    const dropped = await page.evaluateHandle(
      `(() => {
        const transfer = new DataTransfer();
        transfer.items.add(new File([${JSON.stringify(customers)}], 'customers.csv'));
        transfer.items.add(new File([''], 'empty.csv'));
        return transfer;
      })()`,
    );
    await place.dispatchEvent('dragover', { dataTransfer: dropped });
    await page.getByText('Let go to bring them in').waitFor();
    await place.dispatchEvent('drop', { dataTransfer: dropped });
    await page.getByRole('button', { name: 'Bring in 5 rows' }).waitFor();
    expect(await page.getByRole('alert').first().textContent()).toContain('empty.csv');
    await keepScreen(page, 'data-one-broken');
    await page.getByRole('button', { name: 'Bring in 5 rows' }).click();
    await page.getByText('4 rows are in. 1 was set aside.').waitFor();
    expect(window.complaints).toEqual([]);
  });

  it('mends a finding with one click, with the way back', async () => {
    const { page } = window;
    const paths: string[] = [];
    for (const { name, text } of clinicSample(7)) paths.push(await write(name, text));
    await bring(page, paths);
    await page.getByRole('button', { name: /^Bring in / }).click({ timeout: 30_000 });
    await page.getByText(/rows are in/).waitFor({ timeout: 60_000 });
    const mend = page.getByRole('button', { name: 'They are one account each' });
    await mend.first().waitFor({ timeout: 30_000 });
    await settled(page);
    await keepScreen(page, 'data-look-sample');
    await mend.first().click();
    await page.getByText(/ accounts are one with others now/).waitFor({ timeout: 30_000 });
    await page.getByRole('tab', { name: 'Fields' }).click();
    await page.getByRole('table').waitFor();
    await settled(page);
    await keepScreen(page, 'data-fields');
    expect(window.complaints).toEqual([]);
  });

  it('says what became of an import whose server was killed; what was not saved is asked for again', async () => {
    const { page } = window;
    const rows = Array.from({ length: 400_000 }, (_, n) => `a${n},Company ${n},"${n % 28} of May, ${n}"`);
    await bring(page, [await write('large.csv', `account_id,name,note\n${rows.join('\n')}\n`)]);
    await page.getByRole('button', { name: 'Bring in 400,000 rows' }).click({ timeout: 60_000 });
    await page.getByRole('heading', { name: 'Bringing in large.csv' }).waitFor();
    await served.stop('SIGKILL');
    await page.getByText('The server does not answer.').first().waitFor({ timeout: 30_000 });
    served = await serveApp(join(folder, 'acme'));
    const next = await openApp(browser, served);
    await next.page.goto(`${served.url}/data`);
    const note = next.page.getByRole('alert').first();
    await note.waitFor();
    expect(await note.textContent()).toContain('large.csv');
    const isSaved = (await note.textContent())?.includes('after its result was saved') === true;
    await keepScreen(next.page, 'data-interrupted');
    if (isSaved) await next.page.getByRole('tab', { name: /Files/ }).waitFor();
    else {
      await next.page.getByRole('heading', { name: 'No data yet' }).waitFor();
      await note.getByRole('button', { name: 'Bring in again' }).click();
      await next.page.getByText('400,000 rows are in.').waitFor({ timeout: 60_000 });
    }
    expect(next.complaints).toEqual([]);
    await next.context.close();
  });

  it('shows an import after a reload, and ends it when it is cancelled, with nothing changed', async () => {
    const { page } = window;
    const rows = Array.from({ length: 800_000 }, (_, n) => `a${n},Company ${n},"${n % 28} of May, ${n}"`);
    await bring(page, [await write('large.csv', `account_id,name,note\n${rows.join('\n')}\n`)]);
    await page.getByRole('button', { name: 'Bring in 800,000 rows' }).click({ timeout: 60_000 });
    await page.getByRole('heading', { name: 'Bringing in large.csv' }).waitFor();
    await page.reload();
    await page.getByRole('heading', { name: 'Bringing in large.csv' }).waitFor();
    await keepScreen(page, 'data-importing');
    await page.getByRole('main').getByRole('button', { name: 'Cancel' }).click();
    await page.getByRole('heading', { name: 'No data yet' }).waitFor();
    expect(window.complaints).toEqual([]);
  });

  it('says when a file did not arrive, and takes it when it is given again', async () => {
    const { page } = window;
    const path = await write('customers.csv', customers);
    await page.route('**/api/v1/uploads**', (route) => route.abort());
    await bring(page, [path]);
    await page.getByText('customers.csv: The server does not answer').waitFor();
    await keepScreen(page, 'data-not-arrived');
    await page.unroute('**/api/v1/uploads**');
    await page.getByRole('button', { name: 'Do not bring in customers.csv' }).click();
    await page.getByTestId('files').first().setInputFiles([path]);
    await page.getByRole('button', { name: 'Bring in 5 rows' }).waitFor();
  });
});

const looks = (['light', 'dark'] as const).flatMap((scheme) =>
  (['en', 'es'] as const).map((language) => ({ scheme, language })),
);

describe.each(looks)('every part of the page in $scheme and $language', (look) => {
  it('has no serious or critical violation, and fits a phone', async () => {
    const { page } = window;
    await bring(page, [await write('customers.csv', customers)]);
    await page.getByRole('button', { name: 'Bring in 5 rows' }).waitFor();
    const review = new URL(page.url()).search;
    await page.getByRole('button', { name: 'Bring in 5 rows' }).click();
    await page.getByText('4 rows are in. 1 was set aside.').waitFor();
    const other = await openApp(browser, served, look);
    for (const search of [review, '', '?view=fields', '?view=aside', '?view=files']) {
      await other.page.goto(`${served.url}/data${search}`);
      await other.page.getByRole('tab').first().waitFor();
      await settled(other.page);
      await expectFair(other.page, search);
    }
    await other.page.setViewportSize({ width: 390, height: 844 });
    await keepScreen(other.page, `data-files-390-${look.scheme}-${look.language}`);
    expect(other.complaints).toEqual([]);
    await other.context.close();
  });
});

/** Nothing grave by axe, and nothing wider than a phone. */
async function expectFair(page: Page, what: string): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  const grave = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
  expect(
    grave.map(({ id, nodes }) => [id, nodes.slice(0, 3).map(({ html }) => html)]),
    what,
  ).toEqual([]);
  await page.setViewportSize({ width: 390, height: 844 });
  const overflow = await page.evaluate<number>(
    'document.documentElement.scrollWidth - document.documentElement.clientWidth',
  );
  expect(overflow, what).toBeLessThanOrEqual(0);
  await page.setViewportSize({ width: 1280, height: 900 });
}
