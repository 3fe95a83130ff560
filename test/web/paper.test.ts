import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openWorkspace } from '../../src/app/compose.ts';
import { savePage } from '../../src/app/save-page.ts';
import { type Profile, readProfile } from '../../src/stages/profile/index.ts';
import { keepScreen, launchBrowser, openApp, type ServedApp, serveApp } from './open-app.ts';
import { printedSheet } from './printed-sheet.ts';

let browser: Browser;
let folder: string;
let served: ServedApp;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bestfit-paper-'));
  const workspace = await openWorkspace(folder, { create: true });
  for (const profile of [full, beyond])
    await savePage(workspace, {
      profile,
      base: null,
      asOf: '2026-09-30',
      at: '2026-09-30T09:00:00.000Z',
      by: 'Ana',
      why: null,
      publish: false,
      force: true,
    });
  await workspace.engine.close();
  await workspace.store.close();
  [browser, served] = await Promise.all([launchBrowser(), serveApp(folder)]);
});

afterAll(async () => {
  await browser.close();
  await served.stop();
  await rm(folder, { recursive: true, force: true });
});

const figure = (role: string) => ({
  role,
  titles: ['gerente', 'dirección médica', 'responsable de operaciones'],
  caresAbout: 'que ninguna hora cancelada se quede vacía y que nadie tenga que llamar dos veces',
  angle: 'La agenda se rellena sola antes de que alguien lo note',
  channel: 'teléfono y feria del sector',
});

const found = {
  snapshot: 'b5719a8d4c',
  best: { n: 29, of: 40 },
  rest: { n: 24, of: 80 },
  unknown: 3,
  lift: 1.64,
  interval: [1.31, 1.84] as const,
  pAdjusted: 0.0005,
  verdict: 'supported' as const,
  needMore: null,
};

const base = readProfile('profile: Clínicas privadas y dentales de España y Portugal\n');
const lines = (count: number, layer: Profile['fit'][number]['layer'], from: number) =>
  Array.from({ length: count }, (_, at) => ({
    layer,
    condition: {
      op: 'window' as const,
      field: `numero de profesionales sanitarios ${from + at}`,
      low: 3,
      high: 15,
      currency: null,
    },
    points: 3 - (at % 3),
    evidence: found,
    note: null,
  }));

/** Twelve conditions, six anti lines, five figures. */
const full: Profile = {
  ...base,
  market: [
    { op: 'any', field: 'industry', values: ['clínica privada', 'clínica dental'] },
    { op: 'any', field: 'country', values: ['ES', 'PT'] },
  ],
  fit: [...lines(4, 'firmographic', 0), ...lines(3, 'technographic', 4), ...lines(2, 'behavioural', 7)],
  timing: ['administración', 'recepción', 'dirección médica'].map((about) => ({
    condition: {
      op: 'signal' as const,
      signal: { kind: 'hired', about, within: { count: 6, unit: 'months' as const }, minStrength: null },
    },
    points: 3,
    halfLife: { count: 60, unit: 'days' as const },
    evidence: found,
  })),
  anti: Array.from({ length: 6 }, (_, at) => ({
    condition: { op: 'any' as const, field: 'ownership', values: [`administración pública ${at}`] },
    because: 'compran por licitación y tardan más de un año en decidir',
  })),
  committee: ['economic buyer', 'user', 'blocker', 'champion', 'technical buyer'].map(figure),
  challenges: ['Huecos vacíos por cancelaciones de última hora', 'Teléfonos que nadie atiende por la tarde'],
  budget: { min: 3000, max: 15_000, currency: 'EUR', per: 'year' },
  edge: 'Los huecos se rellenan solos, sin que nadie tenga que llamar a la lista de espera',
};

const beyond: Profile = {
  ...full,
  name: 'Todo lo que se sabe',
  fit: [...full.fit, ...lines(7, 'geographic', 20), ...lines(6, 'demographic', 40)],
  anti: [
    ...full.anti,
    ...full.anti.map((line) => ({ ...line, condition: { ...line.condition, field: 'sector' } })),
  ],
  challenges: Array.from({ length: 12 }, (_, at) => `Reto número ${at}: ${full.challenges[at % 2]}`),
};

describe.each(['en', 'es'] as const)('on paper in %s', (language) => {
  const printed = async (name: string) => {
    const { page, context } = await openApp(browser, served, { language });
    await page.goto(`${served.url}/profile?name=${encodeURIComponent(name)}`);
    await page.locator('#content article').first().waitFor();
    await page.waitForTimeout(300);
    const sheet = await printedSheet(page);
    await page.emulateMedia({ media: 'print' });
    await page.setViewportSize({ width: 794, height: 1123 });
    await keepScreen(page, `paper-${name === full.name ? 'full' : 'beyond'}-${language}`);
    await context.close();
    return sheet;
  };

  it('twelve conditions, six anti lines and five figures are exactly one page, nothing moved', async () => {
    const sheet = await printed(full.name);
    expect(sheet).toMatchObject({ pages: 1, clipped: [], moved: null });
    expect(sheet.smallest).toBeGreaterThanOrEqual(8);
  });

  it('what is beyond stands in an annex, and the sheet names it', async () => {
    const sheet = await printed(beyond.name);
    expect(sheet.clipped).toEqual([]);
    expect(sheet.smallest).toBeGreaterThanOrEqual(8);
    expect(sheet.pages).toBeGreaterThan(1);
    expect(sheet.moved).toMatch(language === 'en' ? /^In the annex: / : /^En el anexo: /);
  });
});
