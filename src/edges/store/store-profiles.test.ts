import { describe, expect, it } from 'vitest';
import { temporaryStore } from '../../../test/store/temporary-workspace.ts';
import type { Profile } from '../../stages/profile/index.ts';

const profile = (name: string, edge = ''): Profile => ({
  name,
  kind: 'company',
  status: 'hypothesis',
  market: [],
  fit: [],
  timing: [],
  anti: [],
  evidenceOnly: [],
  committee: [],
  challenges: [],
  budget: null,
  marketSize: null,
  edge,
  tiers: { A: 9, B: 6, C: 3 },
  timingTiers: { hot: 2, warm: 0.5 },
  queueBy: ['tier', 'timing'],
  review: { every: 'quarter' },
  questions: [],
});

const entry = (page: Profile, publish = false) => ({
  profile: page,
  at: '2026-01-31T09:00:00.000Z',
  by: 'ann',
  why: null,
  snapshot: null,
  publish,
});

describe('profiles', () => {
  it('are numbered per name', async () => {
    const store = await temporaryStore();
    await store.saveProfile(entry(profile('Clinics')));
    await store.saveProfile(entry(profile('Gyms')));
    const second = await store.saveProfile(entry(profile('Clinics', 'faster')));
    expect(second).toMatchObject({ name: 'Clinics', version: 2, published: false, signedBy: [] });
    const numbered = (await store.profiles()).map(({ name, version }) => `${name} ${version}`);
    expect(numbered).toEqual(['Clinics 1', 'Clinics 2', 'Gyms 1']);
  });

  it('come back as they were saved', async () => {
    const store = await temporaryStore();
    const page = profile('Clinics', 'no paper');
    const saved = await store.saveProfile({ ...entry(page), why: 'first page', snapshot: 'abc' });
    expect(saved).toEqual({
      name: 'Clinics',
      version: 1,
      profile: page,
      createdAt: '2026-01-31T09:00:00.000Z',
      createdBy: 'ann',
      why: 'first page',
      published: false,
      signedBy: [],
      snapshot: 'abc',
    });
    expect(await store.profile('Clinics', 1)).toEqual(saved);
    expect(await store.profile('Clinics', 2)).toBeNull();
    expect(await store.profile('Gyms', 'newest')).toBeNull();
  });

  it('have at most one published version per name', async () => {
    const store = await temporaryStore();
    await store.saveProfile(entry(profile('Clinics'), true));
    await store.saveProfile(entry(profile('Gyms'), true));
    await store.saveProfile(entry(profile('Clinics'), true));
    await store.publishProfile('Clinics', 1);
    const published = (await store.profiles()).filter((version) => version.published);
    expect(published.map(({ name, version }) => `${name} ${version}`)).toEqual(['Clinics 1', 'Gyms 1']);
  });

  it('asked for the published version, give the newest while none is', async () => {
    const store = await temporaryStore();
    await store.saveProfile(entry(profile('Clinics')));
    await store.saveProfile(entry(profile('Clinics')));
    expect(await store.profile('Clinics', 'published')).toMatchObject({ version: 2, published: false });
    await store.publishProfile('Clinics', 1);
    expect(await store.profile('Clinics', 'published')).toMatchObject({ version: 1, published: true });
    expect(await store.profile('Clinics', 'newest')).toMatchObject({ version: 2 });
  });

  it('carry one signature per team, the last one given', async () => {
    const store = await temporaryStore();
    await store.saveProfile(entry(profile('Clinics')));
    await store.signProfile('Clinics', 1, { team: 'sales', by: 'bob', on: '2026-02-02' });
    await store.signProfile('Clinics', 1, { team: 'product', by: 'eve', on: '2026-02-01' });
    const signed = await store.signProfile('Clinics', 1, { team: 'sales', by: 'cy', on: '2026-02-03' });
    expect(signed.signedBy).toEqual([
      { team: 'product', by: 'eve', on: '2026-02-01' },
      { team: 'sales', by: 'cy', on: '2026-02-03' },
    ]);
  });

  it('refuse to publish or sign a version that does not exist', async () => {
    const store = await temporaryStore();
    const missing = { code: 'profile.version-missing', message: expect.stringContaining('`Clinics`') };
    await expect(store.publishProfile('Clinics', 1)).rejects.toMatchObject(missing);
    const sign = { team: 'sales', by: 'bob', on: '2026-02-02' };
    await expect(store.signProfile('Clinics', 1, sign)).rejects.toMatchObject(missing);
    expect(await store.audit()).toEqual([]);
  });
});
