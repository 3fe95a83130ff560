import { existsSync, readFileSync } from 'node:fs';
import sparticuz from '@sparticuz/chromium';
import { type Browser, chromium, type Page as Tab } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  type Evidence,
  type Finding,
  type Page,
  type Profile,
  profilePage,
  readProfile,
} from '../../stages/profile/index.ts';
import { fitOnPage } from './fit-on-page.ts';
import { renderHtml } from './render-html.ts';

const sample = readProfile(
  readFileSync(new URL('../../../samples/profiles/private-clinics-spain.yaml', import.meta.url), 'utf8'),
);

function evidence(verdict: Evidence['verdict'] = 'supported'): Evidence {
  return {
    snapshot: '9f3c2a1b',
    best: { n: 31, of: 40 },
    rest: { n: 18, of: 80 },
    unknown: 2,
    lift: 1.9,
    interval: [1.4, 2.4],
    pAdjusted: 0.01,
    verdict,
    needMore: verdict === 'suggestive' ? 31 : null,
  };
}

function pageOf(profile: Profile, findings: readonly Finding[] = []): Page {
  const version = {
    name: profile.name,
    version: 4,
    profile,
    createdAt: '2025-11-12T09:00:00Z',
    createdBy: 'Ana Ruiz',
    why: null,
    published: true,
    signedBy: [
      { team: 'sales', by: 'Ana Ruiz', on: '2025-11-12' },
      { team: 'product', by: 'Marco Bianchi', on: '2025-11-14' },
    ],
    snapshot: '9f3c2a1b',
  };
  const tiers = { A: 212, B: 640, C: 1904, D: 3307, disqualified: 118, outsideMarket: 2040 };
  return profilePage(version, findings, {
    asOf: '2025-12-01',
    tiers,
    labelOf: (field) => field.replaceAll('_', ' '),
  });
}

/** Twelve measured conditions, six anti lines, five figures, with texts as long as people write them. */
const full: Profile = {
  ...sample,
  fit: [
    ...sample.fit.map((line, at) => ({
      ...line,
      evidence: evidence(at % 3 === 1 ? 'suggestive' : 'supported'),
    })),
    {
      layer: 'geographic',
      condition: {
        op: 'any',
        field: 'region',
        values: ['Madrid', 'Catalonia', 'Valencian Community', 'Basque Country'],
      },
      points: 2,
      evidence: evidence('suggestive'),
      note: null,
    },
    {
      layer: 'firmographic',
      condition: { op: 'window', field: 'revenue', low: 400_000, high: 3_500_000, currency: 'EUR' },
      points: 3,
      evidence: evidence(),
      note: 'partly when they started: 2023 Q2',
    },
    {
      layer: 'behavioural',
      condition: { op: 'any', field: 'acquisition_channel', values: ['price comparison site'] },
      points: -2,
      evidence: evidence(),
      note: null,
    },
  ],
  timing: sample.timing.map((line) => ({ ...line, evidence: evidence() })),
  anti: [
    ...sample.anti,
    {
      condition: { op: 'any', field: 'purchasing_method', values: ['framework agreement'] },
      because: 'we are on no framework and cannot join one before 2027',
    },
    {
      condition: { op: 'window', field: 'budget', low: null, high: 1500, currency: 'EUR' },
      because: 'below what onboarding alone costs us',
    },
  ],
  committee: [
    ...sample.committee,
    {
      role: 'champion',
      titles: ['head of administration', 'operations lead'],
      caresAbout: 'one agenda for both locations before the summer rota',
      angle: 'Both agendas merged over one weekend, with the double bookings listed',
      channel: 'in person at the regional association',
    },
    {
      role: 'technical adviser',
      titles: ['external IT support'],
      caresAbout: 'nothing new to install and nobody ringing him on Saturday',
      angle: null,
      channel: 'e-mail',
    },
  ],
};

const beyond: Profile = {
  ...full,
  fit: [
    ...full.fit,
    ...[1, 2, 3].map((at) => ({
      ...full.fit[0]!,
      condition: { op: 'any' as const, field: `extra_${at}`, values: ['x'] },
    })),
  ],
  anti: [
    ...full.anti,
    { condition: { op: 'any', field: 'seventh', values: ['yes'] }, because: 'the seventh reason' },
  ],
  questions: Array.from(
    { length: 14 },
    (_, at) => `Question number ${at + 1}, which somebody in sales ought to answer?`,
  ),
};

let browser: Browser;
let tab: Tab;

beforeAll(async () => {
  const system = '/usr/bin/chromium';
  browser = await chromium.launch({
    executablePath: existsSync(system) ? system : await sparticuz.executablePath(),
    args: ['--no-sandbox'],
  });
  tab = await browser.newPage({ viewport: { width: 703, height: 1058 } });
});

afterAll(async () => {
  await browser.close();
});

async function printedPages(page: Page): Promise<number> {
  await tab.setContent(renderHtml(page));
  const pdf = await tab.pdf({ preferCSSPageSize: true, printBackground: true });
  return (pdf.toString('latin1').match(/\/Type\s*\/Page\b/g) ?? []).length;
}

/** Elements that overflow their box or leave the sheet, and the smallest type in points. */
async function layout(
  page: Page,
): Promise<{ readonly clipped: readonly string[]; readonly smallest: number }> {
  await tab.emulateMedia({ media: 'print' });
  await tab.setContent(renderHtml(page));
  return tab.evaluate(`(() => {
    const sheet = document.querySelector('.sheet');
    const frame = sheet.getBoundingClientRect();
    const all = [sheet, ...sheet.querySelectorAll('*:not(title)')];
    const clipped = all.filter((element) => {
      const box = element.getBoundingClientRect();
      const wide = element instanceof HTMLElement && getComputedStyle(element).display !== 'inline' && element.scrollWidth > element.clientWidth + 1;
      return wide || box.bottom > frame.bottom + 0.5 || box.right > frame.right + 0.5 || box.left < frame.left - 0.5;
    }).map((element) => element.tagName + '.' + element.getAttribute('class') + ' ' + element.textContent.slice(0, 40));
    const texts = all.filter((element) => [...element.childNodes].some((node) => node.nodeType === 3 && node.textContent.trim() !== ''));
    return { clipped, smallest: Math.min(...texts.map((element) => parseFloat(getComputedStyle(element).fontSize) * 0.75)) };
  })()`);
}

test('twelve conditions, six anti lines and five figures print on exactly one A4 page, nothing moved', async () => {
  const page = pageOf(full);
  expect(fitOnPage(page).moved).toEqual([]);
  expect(await printedPages(page)).toBe(1);
});

test('nothing on a full page is clipped and no type is under 8 points', async () => {
  const { clipped, smallest } = await layout(pageOf(full));
  expect(clipped).toEqual([]);
  expect(smallest).toBeGreaterThanOrEqual(7.99);
});

test('the worked example and an empty page print on one page', async () => {
  const empty: Profile = {
    ...sample,
    market: [],
    fit: [],
    timing: [],
    anti: [],
    committee: [],
    challenges: [],
    budget: null,
    marketSize: null,
    edge: null,
    questions: [],
  };
  for (const profile of [sample, empty]) {
    expect(await printedPages(pageOf(profile))).toBe(1);
    expect((await layout(pageOf(profile))).clipped).toEqual([]);
  }
});

test('beyond one page it says what moved and shows it whole in an annex', async () => {
  const page = pageOf(beyond);
  const { moved } = fitOnPage(page);
  expect(moved).toContain('3 conditions');
  expect(moved).toContain('1 anti line');
  expect(moved.some((text) => /^\d+ questions?$/.test(text))).toBe(true);
  const html = renderHtml(page);
  const [sheet, annex] = html.split('<section class="annex">');
  expect(sheet).toContain(`In the annex: ${moved.join(', ')}`);
  expect(sheet).not.toContain('the seventh reason');
  expect(sheet).toContain('extra_3'.replace('_', ' '));
  expect(sheet).not.toContain('industry is dental clinic</p>');
  expect(annex).toContain('the seventh reason');
  expect(annex).toContain('Question number 14');
  expect(await printedPages(page)).toBeGreaterThan(1);
  expect((await layout(page)).clipped).toEqual([]);
});

test('pages of every fullness keep the sheet to one page', async () => {
  const words = 'who asked twice for a second location before the summer and never heard back from anybody';
  for (let size = 0; size < 10; size++) {
    const profile: Profile = {
      ...full,
      name: words.slice(0, 8 * size + 8),
      fit: full.fit.slice(0, size),
      timing: full.timing.slice(0, size % 4),
      anti: Array.from({ length: size % 7 }, () => ({
        ...full.anti[1]!,
        because: words.slice(0, 20 + 8 * size),
      })),
      committee: Array.from({ length: size % 6 }, (_, at) => ({
        role: `figure ${at}`,
        titles: [words.slice(0, 6 * size)].filter((text) => text !== ''),
        caresAbout: words.slice(0, 9 * size) || null,
        angle: words.slice(0, 10 * size) || null,
        channel: 'phone',
      })),
      challenges: Array.from({ length: size }, (_, at) => `${at} ${words}`),
      questions: Array.from({ length: 2 * size }, (_, at) => `${at} ${words} ${words}`),
    };
    const page = pageOf(profile);
    expect((await layout(page)).clipped).toEqual([]);
    const annexed = fitOnPage(page).moved.length > 0;
    expect((await printedPages(page)) === 1).toBe(!annexed);
  }
});

test('the file needs nothing from outside and runs nothing', () => {
  const html = renderHtml(pageOf(full));
  expect(html).not.toMatch(/<script|<link|<img|<iframe|@import|url\(|https?:|\son\w+=/i);
});

test('text of a profile stays text', async () => {
  const nasty = `<script>alert(1)</script>"'><img src=x onerror=alert(1)>&amp;`;
  const profile: Profile = {
    ...full,
    name: nasty,
    edge: nasty,
    market: [{ op: 'any', field: 'industry', values: [nasty] }],
    challenges: [nasty],
    questions: [nasty],
    committee: [{ role: nasty, titles: [nasty], caresAbout: nasty, angle: nasty, channel: nasty }],
    anti: [{ condition: { op: 'any', field: 'a', values: [nasty] }, because: nasty }],
    fit: [{ ...full.fit[0]!, condition: { op: 'any', field: 'a', values: [nasty] }, note: nasty }],
    marketSize: { ...full.marketSize!, currency: nasty, source: nasty },
  };
  await tab.setContent(renderHtml(pageOf(profile)));
  expect(await tab.locator('script, img').count()).toBe(0);
  expect(await tab.locator('h1').first().textContent()).toBe(nasty);
});

test('each measured line has a mark that reads aloud as its evidence', async () => {
  await tab.setContent(renderHtml(pageOf(full)));
  const marks = tab.locator('.lines svg[role=img]');
  expect(await marks.count()).toBe(12);
  expect(await marks.first().getAttribute('aria-label')).toBe(
    '31 of 40 best, 18 of 80 others; 1.9 times (1.4 to 2.4); supported',
  );
});

test('a page on which nothing was measured says so once and draws no marks', async () => {
  await tab.setContent(renderHtml(pageOf(sample)));
  expect(await tab.locator('svg[role=img]').count()).toBe(0);
  expect(await tab.getByText('believed, nothing measured yet').count()).toBe(1);
});
