import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { keepScreen, launchBrowser, openApp, type ServedApp, serveApp, settled } from './open-app.ts';

const rows = 300_000;

let browser: Browser;
let folder: string;
let served: ServedApp;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bestfit-killed-'));
  [browser, served] = await Promise.all([launchBrowser(), serveApp(join(folder, 'acme'))]);
});

afterAll(async () => {
  await browser.close();
  await served.stop();
  await rm(folder, { recursive: true, force: true });
});

/** A list that takes some seconds to bring in. */
async function largeList(): Promise<string> {
  const path = join(folder, 'prospects.csv');
  const lines = Array.from({ length: rows }, (_, i) => {
    const employees = i % 1000 === 0 ? 'a lot' : String((i * 7) % 900);
    return `P-${i},Company ${i},company-${i}.example,${employees},Spain,"${i % 97} people, about"`;
  });
  await writeFile(path, `Id,Company,Website,Employees,Country,Notes\n${lines.join('\n')}\n`);
  return path;
}

describe('a server killed in the middle of an import', () => {
  it('loses nothing: the page waits, says what became of it, and the same file comes in', async () => {
    const window = await openApp(browser, served);
    const { page } = window;
    await page.goto(`${served.url}/data`);
    await page
      .getByTestId('files')
      .first()
      .setInputFiles(await largeList());
    await page.getByRole('button', { name: /^Bring in / }).click({ timeout: 60_000 });
    const reading = "fetch('/api/v1/jobs').then((a) => a.json()).then(({ jobs }) => jobs[0].progress?.step)";
    await expect.poll(() => page.evaluate(reading), { timeout: 60_000, interval: 50 }).toBe('parsing');
    await served.stop('SIGKILL');
    await page.getByText('The server does not answer.').waitFor({ timeout: 30_000 });
    await keepScreen(page, 'killed-lost');

    served = await serveApp(join(folder, 'acme'), [], Number(new URL(served.url).port));
    await page.getByText('cut off before its result was saved').first().waitFor({ timeout: 60_000 });
    await settled(page);
    await keepScreen(page, 'killed-back');
    const facts = await page.evaluate<{ snapshot: string | null }>(
      "fetch('/api/v1/workspace').then((answer) => answer.json())",
    );
    expect(facts.snapshot).toBeNull();

    await page.goto(`${served.url}/data`);
    await page.getByTestId('files').first().setInputFiles(join(folder, 'prospects.csv'));
    await page.getByRole('button', { name: /^Bring in / }).click({ timeout: 60_000 });
    await page.getByText('299,700 rows are in. 300 were set aside.').waitFor({ timeout: 90_000 });
    await window.context.close();
  }, 240_000);
});
