import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sampleDay } from '../../samples/index.ts';
import { discoverPatterns } from '../../src/app/discover-patterns.ts';
import type { LastPatterns } from '../../src/app/last-patterns.ts';
import { readProfile } from '../../src/stages/profile/index.ts';
import { openApi, type TestApi } from './api.ts';
import { importSample } from './sample.ts';

let api: TestApi;

beforeAll(async () => {
  api = await openApi();
  await importSample(api);
});

afterAll(() => api.close());

const at = `${sampleDay}T10:00:00.000Z`;
const last = async (query = '') => (await api.document('GET', `/patterns${query}`)) as LastPatterns;

async function discover() {
  await discoverPatterns(api.workspace, {
    contrast: null,
    asOf: sampleDay,
    last: null,
    seed: 1,
    permutations: 499,
    at,
    onProgress: () => undefined,
  });
}

async function savePage() {
  const profile = readProfile('profile: Ours\nkind: company\ntiers: { A: 4, B: 3, C: 2 }\n');
  await api.workspace.store.saveProfile({ profile, at, by: 'Ana', why: null, snapshot: null, publish: true });
}

describe('patterns over HTTP', () => {
  it('can be believed in before anybody looked, and are told as unseen until then', async () => {
    expect(await last()).toMatchObject({ discovery: null, unseen: true, contrast: 'best-rest' });
    expect(await last('?contrast=won-lost')).toMatchObject({ contrast: 'won-lost' });
    const choices = (await api.document('GET', '/beliefs/choices')) as { fields: { field: string }[] };
    expect(choices.fields.map(({ field }) => field)).toContain('industry');
    const condition = { field: 'industry', any: ['private clinic'] };
    expect(await api.document('POST', '/beliefs', { condition })).toMatchObject({ seen: 0, saidBy: 'Ana' });
    expect(await last()).toMatchObject({ hypotheses: [{ label: 'Industry is private clinic' }] });
    const refused = await api.call('POST', '/beliefs', { condition: { field: 'industry' } });
    expect(await refused.json()).toMatchObject({ code: 'profile.condition-invalid' });
  });

  it('are those of the newest discovery, with who stands behind them', async () => {
    await discover();
    const { discovery } = await last();
    const pattern = discovery!.patterns[0]!;
    expect(discovery).toMatchObject({ stale: [], beliefs: [{ label: 'Industry is private clinic' }] });
    const explained = (await api.document('GET', `/patterns/${pattern.id}?top=5`)) as {
      groups: { bestWith: { total: number; members: unknown[] } };
    };
    expect(explained.groups.bestWith.total).toBe(pattern.best.n);
    expect(explained.groups.bestWith.members.length).toBeLessThanOrEqual(5);
    expect((await api.call('GET', '/patterns/p-nothing')).status).toBe(404);
  });

  it('come onto the page, and off it again', async () => {
    await discover();
    const { id } = (await last()).discovery!.patterns.find(({ verdict }) => verdict === 'supported')!;
    const body = {
      contrast: null,
      profile: null,
      addition: { as: 'points', points: null, replace: false },
    };
    expect((await api.call('POST', `/patterns/${id}/line`, body)).status).toBe(404);
    await savePage();
    const added = (await api.document('POST', `/patterns/${id}/line`, body)) as {
      profile: string;
      from: number;
    };
    expect(added).toMatchObject({ kind: 'added', from: 1, saved: { version: 2, published: true } });
    expect(await api.document('POST', `/patterns/${id}/line`, body)).toMatchObject({ kind: 'already-there' });
    const undo = { profile: added.profile, version: added.from };
    expect(await api.document('POST', '/patterns/undo-line', undo)).toMatchObject({ version: 3 });
    expect((await api.workspace.store.profile('Ours', 'newest'))?.profile.fit).toEqual([]);
  });

  it('carry what people say of them', async () => {
    await discover();
    const { id } = (await last()).discovery!.patterns[0]!;
    const said = { pattern: id, team: 'support', kind: 'disagree', reason: 'they all left' };
    await api.document('POST', '/judgements', said);
    expect((await last()).discovery?.judgements).toMatchObject([{ pattern: id, kind: 'disagree' }]);
  });

  it('can be said as beliefs, which later customers test', async () => {
    await discover();
    const weak = (await last()).discovery!.patterns.find(
      ({ verdict, parts }) => verdict === 'none' && parts.length === 0,
    )!;
    const said = await api.document('POST', '/beliefs', { pattern: weak.id, contrast: null });
    expect(said).toMatchObject({ condition: weak.conditions[0], saidBy: 'Ana' });
    expect((await api.call('POST', '/beliefs', { pattern: 'p-nothing', contrast: null })).status).toBe(404);
  });

  it('behind which nothing is kept under other weights are told so, and not looked for', async () => {
    await discover();
    const { id } = (await last()).discovery!.patterns[0]!;
    await api.document('PUT', '/customers/weights', { weights: { tenure: 9 } });
    expect((await last()).discovery?.stale).toContain('weights');
    const shown = (await api.document('GET', `/patterns/${id}`)) as { kind: string };
    expect(['nothing-kept', 'explained-pattern']).toContain(shown.kind);
    await api.document('PUT', '/customers/weights', { weights: {} });
  });
});
