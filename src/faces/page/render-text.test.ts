import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { type Page, type Profile, profilePage, readProfile } from '../../stages/profile/index.ts';
import { renderMarkdown } from './render-markdown.ts';
import { renderText } from './render-text.ts';

const sample = readProfile(
  readFileSync(new URL('../../../samples/profiles/private-clinics-spain.yaml', import.meta.url), 'utf8'),
);

const measured: Profile = {
  ...sample,
  fit: sample.fit.map((line) => ({
    ...line,
    evidence: {
      snapshot: '9f3c',
      best: { n: 7, of: 8 },
      rest: { n: 4, of: 17 },
      unknown: 1,
      lift: 2,
      interval: [1.2, 2.9] as const,
      pAdjusted: 0.02,
      verdict: 'suggestive' as const,
      needMore: 18,
    },
  })),
};

function pageOf(profile: Profile, more: Partial<Page> = {}): Page {
  const version = {
    name: profile.name,
    version: 2,
    profile,
    createdAt: '2025-11-12T09:00:00Z',
    createdBy: 'Ana',
    why: null,
    published: false,
    signedBy: [],
    snapshot: null,
  };
  const context = { asOf: '2025-12-01', tiers: null, labelOf: (field: string) => field };
  return { ...profilePage(version, [], context), ...more };
}

const ESCAPE = '\u001b';

/** Everything a person wrote or a condition says. */
const facts = [
  sample.name,
  'industry is private clinic',
  'lacks clinic management',
  'hired administration in the last 6 months',
  'halves every 60 days',
  'ownership is public and practitioners 16 or more',
  'has just paid for a migration and will not switch',
  'EUR 3,000 to 15,000 a year',
  'EUR 28.6 million',
  'You keep the agenda you know',
  ...sample.committee.flatMap(({ role, titles, angle }) => [role, ...titles, angle!]),
  ...sample.challenges,
  'Version 2 (not published), 2025-11-12 by Ana',
  'not signed yet',
];
const flat = (text: string) => text.replace(/\\/g, '').replace(/\s+/g, ' ');

test.each([
  ['text', (page: Page) => renderText(page, { width: 100, color: false })],
  ['markdown', renderMarkdown],
])('the page as %s holds every part of the profile', (_, render) => {
  const shown = flat(render(pageOf(sample)));
  for (const fact of facts) expect(shown).toContain(fact);
});

test.each([60, 80, 100, 160])('text keeps to %d columns', (width) => {
  for (const line of renderText(pageOf(measured), { width, color: false }).split('\n'))
    expect(line.length).toBeLessThanOrEqual(width);
});

test('colour is escape codes when asked for, and none otherwise', () => {
  const page = pageOf(measured);
  const plain = renderText(page, { width: 100, color: false });
  const colored = renderText(page, { width: 100, color: true });
  expect(plain).not.toContain(ESCAPE);
  expect(colored).toContain(`${ESCAPE}[`);
  const [first, ...coded] = colored.split(ESCAPE);
  expect([first, ...coded.map((part) => part.replace(/^\[\d+m/, ''))].join('')).toBe(plain);
});

test('a text cannot move the cursor of the terminal that shows it', () => {
  const shown = renderText(pageOf({ ...sample, edge: 'safe\u001b[2J\u0007\u202ereversed' }), {
    width: 100,
    color: false,
  });
  expect(shown.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\u202e]/u);
});

test('evidence is a mark on an axis and a sentence with counts, interval, verdict and need', () => {
  const shown = renderText(pageOf(measured), { width: 160, color: false });
  expect(shown).toContain('+3  industry is private clinic\n       ┈┈┈┈┈┈○┈┈┈┈┈┈╍╍╍╍╍╍╍╍●╍╍╍\n');
  expect(shown).toContain(
    '88% of 8 best v 24% of 17 others; 2.0 times (1.2 to 2.9); suggestive, may be chance; 1 unknown; 18 more customers would settle it',
  );
});

test('markdown of a profile is not markup of its own', () => {
  const nasty = 'a | b [x](http://e.vil) <b>*c*</b>\n# d `e`';
  const shown = renderMarkdown(
    pageOf({ ...sample, challenges: [nasty], committee: [{ ...sample.committee[0]!, angle: nasty }] }),
  );
  const escaped = 'a \\| b \\[x\\](http://e.vil) \\<b\\>\\*c\\*\\</b\\> \\# d \\`e\\`';
  expect(shown).toContain(`- ${escaped}`);
  expect(shown).toContain(`| ${escaped} |`);
});

test('markdown tables have as many cells in every row as in their head', () => {
  const tables = renderMarkdown(pageOf(measured))
    .split('\n\n')
    .filter((block) => block.startsWith('|'));
  expect(tables.length).toBeGreaterThanOrEqual(4);
  for (const table of tables) {
    const cells = table.split('\n').map((row) => row.split(/(?<!\\)\|/).length);
    expect(new Set(cells).size).toBe(1);
  }
});

test('a page without lines says what is open', () => {
  const bare = pageOf({
    ...sample,
    fit: [],
    timing: [],
    anti: [],
    committee: [],
    market: [],
    edge: null,
    budget: null,
  });
  const shown = renderText(bare, { width: 100, color: false });
  for (const open of [
    'nothing earns points yet',
    'no signal yet',
    'nobody yet',
    'nobody named yet',
    'every account is scored',
  ])
    expect(shown).toContain(open);
});
