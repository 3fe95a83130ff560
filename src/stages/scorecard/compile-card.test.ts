import { describe, expect, it } from 'vitest';
import { cardOf } from '../../../test/score-support.ts';

const page = `
market:
  - { field: country, any: [es] }
fit:
  technographic:
    - { lacks: { category: clinic management }, points: 2 }
timing:
  - { signal: { kind: hired, about: administration, within: 6 months }, points: 3, half_life: 2 months }
anti:
  - { field: employees, max: 1, because: alone }
committee:
  - { role: user, titles: [front desk], cares_about: calls, angle: fewer calls, channel: visit }
`;

describe('a compiled card', () => {
  it('says each line in words, with what there is to find out', () => {
    const card = cardOf(page);
    expect(card.market[0]).toMatchObject({ id: 'market-1', label: 'country is es', subject: 'country' });
    expect(card.fit[0]).toMatchObject({ id: 'fit-1', subject: 'clinic management tools', points: 2 });
    expect(card.anti[0]).toMatchObject({ id: 'anti-1', because: 'alone' });
  });

  it('asks what the data calls the things that the page names', () => {
    const card = cardOf(page, { spellings: (field) => (field === 'country' ? ['ES', 'FR'] : []) });
    expect(card.market[0]?.condition).toMatchObject({ values: ['ES'] });
  });

  it('counts the half-life in days and names the event without its window', () => {
    const { timing, asOf } = cardOf(page);
    expect(asOf).toBe('2024-08-31');
    expect(timing[0]).toMatchObject({
      event: 'hired administration',
      label: 'hired administration in the last 6 months',
      halfLifeDays: 60,
    });
    expect(timing[0]?.condition).toMatchObject({ since: '2024-02-29', until: '2024-08-31' });
  });

  it('keeps of the committee what finds people', () => {
    expect(cardOf(page).committee).toEqual([{ role: 'user', titles: ['front desk'] }]);
  });

  it('refuses more lines than a code can hold', () => {
    const line = (_: unknown, i: number) => `    - { field: f${i}, min: 1, points: 1 }\n`;
    const lines = (n: number) => `fit:\n  firmographic:\n${Array.from({ length: n }, line).join('')}`;
    expect(cardOf(lines(33)).fit).toHaveLength(33);
    expect(() => cardOf(lines(34))).toThrow(expect.objectContaining({ code: 'profile.too-many-lines' }));
  });
});
