import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { MeasuredBreadth } from '../../src/app/measure-breadth.ts';
import type { OpenedPage } from '../../src/app/open-page.ts';
import { runDemo } from '../../src/app/run-demo.ts';
import { openApi, type TestApi } from './api.ts';

let api: TestApi;
let empty: TestApi;

beforeAll(async () => {
  api = await openApi();
  empty = await openApi();
  const at = '2026-09-30T08:00:00.000Z';
  await runDemo(api.workspace, { at, by: 'Ana', onProgress: () => undefined } as never);
}, 120_000);

afterAll(() => Promise.all([api.close(), empty.close()]));

const opened = async (path = '/profile') => (await api.document('GET', path)) as OpenedPage;

describe('the page over HTTP', () => {
  it('is given with its evidence, mistakes, reach and document', async () => {
    const page = await opened();
    expect(page.profile.fit.length).toBeGreaterThan(3);
    expect(page.findings.map(({ code }) => code)).toContain('not-signed');
    expect(page.counts?.scored).toBe('prospects');
    expect(page.yaml).toContain('format: 1');
    expect(page.labels.industry).toBe('industry');
  });

  it('gives drafted questions as codes', async () => {
    const { questions } = await opened();
    expect(questions.filter(({ said }) => said === null)).toEqual([]);
  });

  it('measures whom it reaches against how good they are', async () => {
    const { breadth } = (await api.document('GET', '/profile/breadth')) as MeasuredBreadth;
    expect(breadth?.now.reach.of).toBe(4687);
    expect(breadth?.now.rate.share).toBeGreaterThan(0.33);
    expect(breadth?.totals.at(-1)?.reach.n).toBeLessThanOrEqual(4687);
    expect(await empty.call('GET', '/profile/breadth').then(({ status }) => status)).toBe(404);
  });

  it('measures for several windows at once, each the same', async () => {
    const asked = Array.from({ length: 6 }, () => api.document('GET', '/profile/breadth'));
    const [first, ...others] = await Promise.all(asked);
    for (const other of others) expect(other).toEqual(first);
  });

  it('says what lines can ask about', async () => {
    const vocabulary = await api.document('GET', '/profile/vocabulary');
    expect(vocabulary).toMatchObject({ kind: 'vocabulary' });
    expect((vocabulary as { fields: unknown[] }).fields.length).toBeGreaterThan(3);
  });

  it('checks an edit without keeping it: tiers before and after', async () => {
    const { profile, name, version } = await opened();
    const fit = profile.fit.map((line, at) => (at === 0 ? { ...line, points: 1 } : line));
    const checked = (await api.document('POST', '/profile/check', {
      profile: { ...profile, fit },
      base: { name, version },
    })) as { counts: { before: { tiers: unknown }; after: { tiers: unknown } } };
    expect(checked.counts.after.tiers).not.toEqual(checked.counts.before.tiers);
    expect((await opened()).version).toBe(version);
  });

  it('refuses an edit that is no page, with its places', async () => {
    const { profile, name, version } = await opened();
    const response = await api.call('POST', '/profile/check', {
      profile: { ...profile, tiers: { A: 1, B: 5, C: 9 } },
      base: { name, version },
    });
    expect(response.status).toBe(422);
    expect(await response.json()).toMatchObject({ code: 'profile.invalid' });
  });

  it('keeps an edit, and refuses one that was made from an older version', async () => {
    const { profile, newest } = await opened();
    const edit = { profile: { ...profile, edge: 'No double booking' }, why: 'as heard', publish: false };
    const first = { ...edit, base: newest, force: false };
    expect(await api.document('POST', '/profile/versions', first)).toMatchObject({
      version: newest + 1,
      changed: true,
    });
    const late = { ...first, profile: { ...profile, edge: 'Another edge' } };
    const response = await api.call('POST', '/profile/versions', late);
    expect(response.status).toBe(409);
    expect(await response.json()).toMatchObject({
      code: 'profile.changed-meanwhile',
      params: { known: newest, newest: newest + 1, by: 'Ana' },
    });
    expect((await opened()).profile.edge).toBe('No double booking');
  });

  it('tells versions and their difference as codes', async () => {
    const { newest } = await opened();
    const list = (await api.document('GET', '/profile/versions')) as { versions: { version: number }[] };
    expect(list.versions[0]?.version).toBe(newest);
    const diff = (await api.document('GET', `/profile/changes?from=${newest - 1}`)) as {
      changes: { change: { code: string } }[];
    };
    expect(diff.changes.map(({ change }) => change.code)).toContain('setting');
  });

  it('publishes and signs a version', async () => {
    const { name, newest } = await opened();
    const about = { profile: name, version: newest };
    await api.document('POST', '/profile/publish', { ...about, force: false });
    await api.document('POST', '/profile/signatures', { ...about, team: 'sales' });
    const page = await opened();
    expect(page.published).toBe(true);
    expect(page.signedBy).toEqual([{ team: 'sales', by: 'Ana', on: '2026-09-30' }]);
  });

  it('publishes nothing that no source can search, unless told to', async () => {
    const { profile, newest } = await opened();
    const condition = { op: 'window', field: 'chairs', low: 3, high: null, currency: null };
    const line = { layer: 'firmographic', condition, points: 2, evidence: null, note: null };
    const edit = { profile: { ...profile, fit: [...profile.fit, line] }, base: newest, why: null };
    const response = await api.call('POST', '/profile/versions', { ...edit, publish: true, force: false });
    expect(await response.json()).toMatchObject({ code: 'profile.unsearchable' });
    expect((await opened()).newest).toBe(newest);
  });
});

describe('a workspace without a page', () => {
  it('says so, and makes one from answers', async () => {
    expect(await (await empty.call('GET', '/profile')).json()).toMatchObject({ code: 'profile.none' });
    const made = await empty.document('POST', '/profile/new', {
      name: 'Clinics',
      answers: { customers: 'private clinic', size: '3 to 15 practitioners', tools: 'a good phone' },
    });
    expect(made).toMatchObject({ name: 'Clinics', version: 1, unread: [{ question: 'tools' }] });
    const page = (await empty.document('GET', '/profile')) as OpenedPage;
    expect(page.counts).toBeNull();
    expect(page.profile.fit).toHaveLength(2);
    expect(page.questions.map(({ said }) => said?.code)).toContain('asked-buyer');
  });
});
