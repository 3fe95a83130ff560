import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { hubspotSecrets, startHubspot } from '../../samples/crm/hubspot/index.ts';
import { pipedrivePlan, pipedriveSecrets, startPipedrive } from '../../samples/crm/pipedrive/index.ts';
import { salesforceSecrets, startSalesforce } from '../../samples/crm/salesforce/index.ts';
import { companyWorld } from '../../samples/crm/shared/index.ts';
import { seriousViolations } from './axe.ts';
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
let hubspot: Awaited<ReturnType<typeof startHubspot>>;

beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());
beforeEach(async () => {
  vi.stubEnv('BESTFIT_KEY', Buffer.alloc(32, 7).toString('base64'));
  const world = companyWorld(5, { companies: 300, deals: 500, contacts: 400 }, Date.now());
  hubspot = await startHubspot({ world, now: Date.now });
  folder = await mkdtemp(join(tmpdir(), 'bestfit-connections-'));
  served = await serveApp(join(folder, 'acme'));
  window = await openApp(browser, served);
});
afterEach(async () => {
  await window.context.close();
  await served.stop();
  await hubspot.close();
  await rm(folder, { recursive: true, force: true });
  vi.unstubAllEnvs();
});

const token = hubspotSecrets.privateToken;

async function fillForm(page: Page, secret: string): Promise<void> {
  await page.getByLabel('Access token').fill(secret);
  const more = page.getByText('Name and address');
  const address = page.getByLabel('Address', { exact: true });
  if (!(await address.isVisible())) await more.click();
  await address.fill(hubspot.origin);
  await page.getByLabel('The address may be on this machine').check();
  await page.getByRole('button', { name: 'Connect', exact: true }).click();
}

async function connect(page: Page): Promise<void> {
  await page.goto(`${served.url}/connections`);
  await page.getByRole('link', { name: 'Connect HubSpot' }).click();
  await fillForm(page, token);
  await page.getByRole('button', { name: 'Read it now' }).waitFor();
}

async function sync(page: Page): Promise<void> {
  await page.getByRole('button', { name: /Read it now|Sync now/ }).click();
  await page.getByRole('button', { name: 'Full read' }).waitFor();
}

/** Keeps pictures of what is shown: light, dark, on a phone; nothing of it may be hard to use. */
async function look(page: Page, name: string): Promise<void> {
  await settled(page);
  await keepScreen(page, `connections-${name}`);
  expect(await seriousViolations(page)).toEqual([]);
  await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
  await keepScreen(page, `connections-${name}-dark`);
  expect(await seriousViolations(page)).toEqual([]);
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
  await page.setViewportSize({ width: 390, height: 844 });
  await page.waitForTimeout(150);
  await keepScreen(page, `connections-${name}-390`);
  const overflow = await page.evaluate<number>(
    'document.documentElement.scrollWidth - document.documentElement.clientWidth',
  );
  expect(overflow).toBeLessThanOrEqual(0);
  await page.setViewportSize({ width: 1280, height: 900 });
}

/** Drafts and publishes a page from what was read, as the other pages of the app do. */
async function publishPage(page: Page): Promise<void> {
  await page.evaluate(`(async () => {
    const ask = (path, options) => fetch('/api/v1' + path, options).then((answer) => answer.json());
    const headers = { 'content-type': 'application/json' };
    const body = JSON.stringify({ kind: 'draft', publish: true, permutations: 199 });
    const { id } = await ask('/jobs', { method: 'POST', headers, body });
    for (;;) {
      const job = await ask('/jobs/' + id);
      if (job.state === 'done') return;
      if (job.state !== 'queued' && job.state !== 'running') throw new Error(JSON.stringify(job.error));
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
  })()`);
}

describe('the page of connections', () => {
  it('connects, reads with progress, and shows what came, the budget and the history', async () => {
    const { page } = window;
    await page.goto(`${served.url}/`);
    await page.getByRole('link', { name: 'Connections' }).click();
    await page.getByRole('heading', { name: 'Which CRM do you use?' }).waitFor();
    await look(page, 'empty');
    await page.getByRole('link', { name: 'Connect HubSpot' }).click();
    await look(page, 'form');
    await fillForm(page, token);
    await page.getByRole('button', { name: 'Read it now' }).waitFor();
    expect(page.url()).toContain('name=hubspot');
    await page.getByRole('button', { name: 'Read it now' }).click();
    await page.getByRole('button', { name: 'Stop' }).waitFor();
    await keepScreen(page, 'connections-progress');
    await page.getByRole('button', { name: 'Full read' }).waitFor();
    const row = page.getByRole('row', { name: /^companies 300 300 0 0 0 everything/ });
    await row.waitFor();
    await page.getByRole('img', { name: / of [\d,]+ requests used/ }).waitFor();
    await page.getByRole('row', { name: /Sync done .*1,200 added, 0 changed, 0 gone/ }).waitFor();
    await look(page, 'sync');
    hubspot.changeShare(0.05, 3);
    await sync(page);
    await page.getByRole('row', { name: /^companies .* what changed/ }).waitFor();
    expect(window.complaints).toEqual([]);
  });

  it('says in words what is wrong with a token, and keeps nothing of it', async () => {
    const { page } = window;
    await page.goto(`${served.url}/connections?add=hubspot`);
    await fillForm(page, 'pat-wrong');
    const note = page.getByRole('alert');
    await note.waitFor();
    expect(await note.textContent()).toContain('does not accept the token');
    await keepScreen(page, 'connections-refused');
    await page.getByLabel('Access token').fill(token);
    await page.getByRole('button', { name: 'Connect', exact: true }).click();
    await page.getByRole('button', { name: 'Read it now' }).waitFor();
    expect(window.complaints.filter((each) => !each.includes('502'))).toEqual([]);
  });

  it('keeps what a stage means, which fields are read, and when it syncs by itself', async () => {
    const { page } = window;
    await connect(page);
    await sync(page);
    await page.getByRole('tab', { name: 'Stages' }).click();
    await page.getByText('Where deals drop out').first().waitFor();
    await look(page, 'stages');
    const means = page.getByRole('combobox', { name: /^What .* means$/ }).first();
    await means.selectOption('won');
    await page.getByRole('cell', { name: 'you', exact: true }).waitFor();
    await page.getByRole('tab', { name: 'Fields' }).click();
    await page.getByLabel('Search by name').fill('name');
    await look(page, 'fields');
    const field = page.getByRole('checkbox', { name: 'Read Company name' });
    await field.uncheck();
    await page.getByText('1 field chosen otherwise').waitFor();
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Kept. The next sync reads them.').waitFor();
    await expect.poll(() => field.isChecked()).toBe(false);
    await page.getByRole('tab', { name: 'Schedule' }).click();
    await page.getByLabel('How often').selectOption('weekdays');
    await page.getByLabel(/^Time( \*)?$/).fill('07:30');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText(/It syncs by itself on weekdays at 07:30, next/).waitFor();
    await look(page, 'schedule');
    await page.reload();
    await page.getByText(/on weekdays at 07:30/).waitFor();
    expect(window.complaints).toEqual([]);
  });

  it('writes back what was chosen, after a look; then it can be disconnected', async () => {
    const { page } = window;
    await connect(page);
    await sync(page);
    await publishPage(page);
    await page.getByRole('tab', { name: 'Write back' }).click();
    expect(await page.getByRole('button', { name: 'Preview' }).isDisabled()).toBe(true);
    for (const name of ['Tier', 'Play']) await page.getByRole('checkbox', { name, exact: true }).check();
    await page.getByRole('button', { name: 'Preview' }).click();
    const write = page.getByRole('button', { name: /^Write \d+ accounts to HubSpot$/ });
    await write.waitFor();
    await page.getByText('“Tier” is not in HubSpot yet').waitFor();
    await look(page, 'write');
    await write.click();
    await page.getByText(/accounts were written to HubSpot/).waitFor();
    await look(page, 'written');
    await page.getByRole('button', { name: 'Preview' }).click();
    await page.getByRole('button', { name: 'Nothing to write' }).waitFor();
    await page.getByRole('tab', { name: 'Sync' }).click();
    await page.getByRole('row', { name: /Write back done/ }).waitFor();
    await page.getByRole('button', { name: 'Disconnect' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('nothing is deleted there').waitFor();
    await keepScreen(page, 'connections-disconnect');
    await dialog.getByRole('button', { name: 'Disconnect' }).click();
    await page.getByRole('heading', { name: 'Which CRM do you use?' }).waitFor();
    expect(window.complaints).toEqual([]);
  });

  it('shows that it waits for a limit, stops when told, and goes on from there', async () => {
    const { page } = window;
    await connect(page);
    hubspot.faults.add({ kind: 'rate-limit' }, { at: 'every', n: 6, endpoint: null });
    await page.getByRole('button', { name: 'Read it now' }).click();
    await page.getByText(/^Waiting \d+ s for a limit of the CRM/).waitFor();
    await look(page, 'waiting');
    await page.getByRole('button', { name: 'Stop' }).click();
    await page.getByText('It was stopped. What was read is kept').waitFor();
    await page.getByRole('row', { name: /Sync stopped/ }).waitFor();
    hubspot.faults.clear();
    await sync(page);
    await page.getByRole('row', { name: /^companies 300/ }).waitFor();
    hubspot.faults.add({ kind: 'unauthorized' }, { at: 'nth', n: 2, endpoint: null });
    await page.getByRole('button', { name: 'Sync now' }).click();
    await page.getByRole('alert').getByText('does not accept the token').waitFor();
    await page.getByRole('row', { name: /does not accept the token/ }).waitFor();
    await look(page, 'failed');
    hubspot.faults.clear();
    await page.getByRole('button', { name: 'New token' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Access token').fill(token);
    await dialog.getByRole('button', { name: 'Try and keep' }).click();
    await page.getByText('hubspot has its new token.').waitFor();
    expect(window.complaints).toEqual([]);
  });
});

describe('the other vendors', () => {
  const world = () => companyWorld(5, { companies: 120, deals: 200, contacts: 150 }, Date.now());

  async function spanish(path: string) {
    const other = await openApp(browser, served, { scheme: 'dark', language: 'es' });
    await other.page.goto(`${served.url}${path}`);
    return other;
  }

  it('are connected in Spanish: Pipedrive, with its plan and what it does not tell', async () => {
    const pipedrive = await startPipedrive({
      world: world(),
      now: Date.now,
      plan: pipedrivePlan('ultimate', 5),
    });
    const { page, context, complaints } = await spanish('/connections?add=pipedrive');
    await page.getByLabel('Token de API').fill(pipedriveSecrets.apiToken);
    await page.getByLabel('Plan').selectOption('ultimate');
    await page.getByLabel('Usuarios', { exact: true }).fill('5');
    await page.getByText('Nombre y dirección').click();
    await page.getByLabel('Dirección', { exact: true }).fill(pipedrive.origin);
    await page.getByLabel('La dirección puede estar en este equipo').check();
    await look(page, 'pipedrive-form');
    await page.getByRole('button', { name: 'Conectar', exact: true }).click();
    await page.getByRole('button', { name: 'Leer ahora' }).click();
    await page.getByRole('button', { name: 'Lectura completa' }).waitFor();
    await page.getByRole('img', { name: /de 1[.,]?050[.,]?000 tokens usados/ }).waitFor();
    await look(page, 'pipedrive-sync');
    await page.getByRole('tab', { name: 'Etapas' }).click();
    await page.getByText('no dice las etapas anteriores a la primera sincronización').waitFor();
    await look(page, 'pipedrive-stages');
    await page.getByRole('tab', { name: 'Campos' }).click();
    await page.getByRole('checkbox').first().waitFor();
    await look(page, 'pipedrive-fields');
    expect(complaints).toEqual([]);
    await context.close();
    await pipedrive.close();
  });

  it('are connected in Spanish: Salesforce, with its address and the secrets of an app', async () => {
    const salesforce = await startSalesforce({ world: world(), now: Date.now });
    const { page, context, complaints } = await spanish('/connections?add=salesforce');
    await page.getByLabel('Dirección de la organización').fill(salesforce.origin);
    await page.getByLabel('Clave de consumidor').fill(salesforceSecrets.clientId);
    await page.getByLabel('Secreto de consumidor').fill(salesforceSecrets.clientSecret);
    await page.getByText('Nombre y dirección').click();
    await page.getByLabel('La dirección puede estar en este equipo').check();
    await look(page, 'salesforce-form');
    await page.getByRole('button', { name: 'Conectar', exact: true }).click();
    await page.getByRole('button', { name: 'Leer ahora' }).click();
    await page.getByRole('button', { name: 'Lectura completa' }).waitFor();
    await page.getByRole('row', { name: /^cuentas 120/ }).waitFor();
    await look(page, 'salesforce-sync');
    await page.getByRole('tab', { name: 'Escribir' }).click();
    await page.getByRole('checkbox').first().waitFor();
    await look(page, 'salesforce-write');
    expect(complaints).toEqual([]);
    await context.close();
    await salesforce.close();
  });
});
