import { describe, expect, it } from 'vitest';
import { readCondition } from './read-condition.ts';
import { resolveCondition } from './resolve-condition.ts';
import type { ResolveContext, ResolvedCondition } from './types.ts';

const CONTEXT: ResolveContext = {
  asOf: '2024-08-31',
  kindOf: (field) => ({ founded: 'year', employees: 'number', industry: 'category' })[field] ?? null,
  spellings: (field) => (field === 'industry' ? ['Dental Clinic', 'dental-clinic', 'Clínica', '75'] : []),
  technologies: [
    { technology: 'HubSpot', category: 'CRM' },
    { technology: 'hubspot', category: 'Marketing' },
    { technology: 'SAP', category: null },
    { technology: null, category: 'crm' },
  ],
  abouts: (kind) => (kind === 'hired' ? ['Administration', 'Sales'] : []),
  scopes: ['crm', 'Hired'],
  coveredEverywhere: new Set(['Job posted']),
};

const resolve = (written: unknown): ResolvedCondition =>
  resolveCondition(readCondition(written, 'x'), CONTEXT);

describe('values', () => {
  it('become every spelling that is alike after folding', () => {
    expect(resolve({ field: 'industry', any: ['dental clinic', 'clinica'] })).toEqual({
      op: 'member',
      field: 'industry',
      values: ['Dental Clinic', 'dental-clinic', 'Clínica'],
      negated: false,
    });
  });

  it('stay as written when the data holds nothing alike', () => {
    expect(resolve({ field: 'industry', none: ['Bakery '] })).toMatchObject({
      values: ['Bakery '],
      negated: true,
    });
  });

  it('keep numbers and booleans, and match a number that the data holds as text', () => {
    expect(resolve({ field: 'employees', any: [5, true] })).toMatchObject({ values: [5, true] });
    expect(resolve({ field: 'industry', any: [75] })).toMatchObject({ values: [75, '75'] });
  });

  it('become numbers where the field is numeric', () => {
    expect(resolve({ field: 'employees', any: ['5', 'many'] })).toMatchObject({ values: [5, 'many'] });
  });
});

describe('windows and dates', () => {
  it('have open ends at infinity', () => {
    expect(resolve({ field: 'employees', min: 3 })).toMatchObject({ low: 3, high: Number.POSITIVE_INFINITY });
    expect(resolve({ field: 'employees', max: 3 })).toMatchObject({ low: Number.NEGATIVE_INFINITY, high: 3 });
  });

  it('an age becomes days, counted by the calendar, and never reaches past the day asked', () => {
    expect(resolve({ field: 'renewed', age: { min: '6 months' } })).toEqual({
      op: 'dates',
      field: 'renewed',
      from: null,
      to: '2024-02-29',
    });
    expect(resolve({ field: 'renewed', age: { max: '1 year' } })).toMatchObject({
      from: '2023-08-31',
      to: '2024-08-31',
    });
  });

  it('the age of a year compares years', () => {
    expect(resolve({ field: 'founded', age: { min: '2 years', max: '10 years' } })).toEqual({
      op: 'window',
      field: 'founded',
      low: 2014,
      high: 2022,
      currency: null,
    });
  });

  it('growth names its two days', () => {
    expect(resolve({ field: 'employees', growth: { min: 0.2, over: '6 months' } })).toMatchObject({
      now: '2024-08-31',
      before: '2024-02-29',
    });
  });
});

describe('tools', () => {
  it('a named tool is covered by its name and by the categories the data gives it', () => {
    expect(resolve({ uses: 'HUBSPOT' })).toEqual({
      op: 'tool',
      negated: false,
      technologies: ['HubSpot', 'hubspot'],
      categories: null,
      since: null,
      scopes: ['CRM', 'crm', 'Marketing', 'HubSpot', 'hubspot'],
      coveredEverywhere: false,
    });
  });

  it('a category is covered by itself, in every spelling', () => {
    expect(resolve({ lacks: { category: 'Crm', first_seen_within: '2 years' } })).toMatchObject({
      negated: true,
      technologies: null,
      categories: ['CRM', 'crm'],
      since: '2022-08-31',
      scopes: ['CRM', 'crm'],
    });
  });

  it('a tool that the data does not know is covered under its own name only', () => {
    expect(resolve({ uses: 'Calendly' })).toMatchObject({ technologies: ['Calendly'], scopes: ['Calendly'] });
  });
});

describe('signals', () => {
  it('lie between two days, their subject spelled as in the data', () => {
    expect(resolve({ signal: { kind: 'hired', about: 'administration', within: '6 months' } })).toEqual({
      op: 'signal',
      kind: 'hired',
      abouts: ['Administration'],
      since: '2024-02-29',
      until: '2024-08-31',
      minStrength: null,
      scopes: ['hired', 'Hired'],
      coveredEverywhere: false,
    });
  });

  it('are covered everywhere under any spelling of the kind', () => {
    expect(resolve({ signal: { kind: 'job_posted' } })).toMatchObject({
      coveredEverywhere: true,
      abouts: null,
    });
  });
});

it('every part of a combination is resolved', () => {
  expect(
    resolve({
      all: [
        { field: 'industry', any: ['clinica'] },
        { field: 'employees', min: 1 },
      ],
    }),
  ).toMatchObject({
    op: 'all',
    conditions: [{ values: ['Clínica'] }, { low: 1 }],
  });
});
