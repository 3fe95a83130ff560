import { describe, expect, it } from 'vitest';
import { describeCondition } from './describe-condition.ts';
import { fieldsOf } from './fields-of.ts';
import { patternCondition } from './pattern-condition.ts';
import { readCondition } from './read-condition.ts';
import { subjectOf } from './subject-of.ts';

const read = (written: unknown) => readCondition(written, 'x');

describe('describeCondition', () => {
  it.each([
    [
      { field: 'industry', any: ['private clinic', 'dental clinic'] },
      'industry is private clinic or dental clinic',
    ],
    [{ field: 'country', any: ['ES', 'IT', 'PT'] }, 'country is ES, IT or PT'],
    [{ field: 'is_chain', any: [true] }, 'is chain is yes'],
    [{ field: 'ownership', none: ['public'] }, 'ownership is not public'],
    [{ field: 'ownership', none: ['public', 'mixed'] }, 'ownership is none of public and mixed'],
    [{ field: 'employees', between: [20, 120] }, 'employees 20-120'],
    [{ field: 'employees', between: [20, 20] }, 'employees 20'],
    [{ field: 'balance', between: [-5, 3] }, 'balance -5 to 3'],
    [{ field: 'practitioners', min: 3 }, 'practitioners 3 or more'],
    [{ field: 'practitioners', max: 1 }, 'practitioners up to 1'],
    [{ field: 'revenue', between: [1e6, 5e6], currency: 'EUR' }, 'revenue 1,000,000-5,000,000 EUR'],
    [{ field: 'founded', min: 2015 }, 'founded 2015 or more'],
    [{ field: 'founded', age: { min: '2 years' } }, 'founded at least 2 years ago'],
    [{ field: 'founded', age: { max: '2 years' } }, 'founded in the last 2 years'],
    [{ field: 'founded', age: { min: '1 year', max: '5 years' } }, 'founded 1 year to 5 years ago'],
    [
      { field: 'employees', growth: { min: 0.2, over: '6 months' } },
      'employees grew 20% or more over 6 months',
    ],
    [{ field: 'employees', growth: { min: 0, over: '1 year' } }, 'employees did not shrink over 1 year'],
    [
      { field: 'employees', growth: { min: -0.1, over: '1 year' } },
      'employees shrank 10% at most over 1 year',
    ],
    [{ uses: 'HubSpot' }, 'uses HubSpot'],
    [{ uses: { category: 'scheduling' } }, 'uses a scheduling tool'],
    [{ uses: { category: 'ERP', technology: 'SAP' } }, 'uses SAP (ERP)'],
    [{ uses: { category: 'analytics' } }, 'uses an analytics tool'],
    [{ lacks: { category: 'clinic management' } }, 'lacks clinic management'],
    [
      { uses: { category: 'clinic management', first_seen_within: '2 years' } },
      'rollout of clinic management in the last 2 years',
    ],
    [{ lacks: { category: 'CRM', first_seen_within: '1 year' } }, 'no rollout of CRM in the last 1 year'],
    [
      { signal: { kind: 'hired', about: 'administration', within: '6 months' } },
      'hired administration in the last 6 months',
    ],
    [{ signal: { kind: 'job_posted', about: '{}' } }, 'posted a job in {}'],
    [{ signal: { kind: 'funding_round', min_strength: 2 } }, 'raised funding, strength 2 or more'],
    [{ signal: { kind: 'custom', about: 'trade fair visit' } }, 'trade fair visit'],
    [
      {
        all: [
          { field: 'ownership', any: ['public'] },
          { field: 'size', min: 16 },
        ],
      },
      'ownership is public and size 16 or more',
    ],
  ])('%j reads "%s"', (written, words) => {
    expect(describeCondition(read(written))).toBe(words);
  });

  it('uses the label that the field has', () => {
    const labelOf = (field: string) => (field === 'emp' ? 'Mitarbeiter' : field);
    expect(describeCondition(read({ field: 'emp', min: 3 }), labelOf)).toBe('Mitarbeiter 3 or more');
  });
});

describe('subjectOf', () => {
  it('names what has to be found out', () => {
    expect(subjectOf(read({ field: 'annual_revenue', min: 3 }))).toBe('annual revenue');
    expect(subjectOf(read({ uses: { category: 'scheduling' } }))).toBe('scheduling tools');
    expect(subjectOf(read({ lacks: 'HubSpot' }))).toBe('HubSpot');
    expect(subjectOf(read({ signal: { kind: 'hired', about: 'administration' } }))).toBe(
      'recent hires (administration)',
    );
    expect(subjectOf(read({ signal: { kind: 'funding_round' } }))).toBe('funding rounds');
  });

  it('names each part of a combination once', () => {
    const all = [
      { field: 'size', min: 1 },
      { field: 'size', max: 9 },
      { field: 'country', any: ['ES'] },
    ];
    expect(subjectOf(read({ all }))).toBe('size and country');
  });
});

describe('fieldsOf', () => {
  it('gives each field once and none for tools and signals', () => {
    const all = [{ field: 'size', min: 1 }, { field: 'size', max: 9 }, { uses: 'HubSpot' }];
    expect(fieldsOf(read({ all }))).toEqual(['size']);
    expect(fieldsOf(read({ signal: { kind: 'hired' } }))).toEqual([]);
  });
});

describe('patternCondition', () => {
  it.each([
    [
      { field: 'f', any: ['a'] },
      { field: 'f', op: 'any', values: ['a'] },
    ],
    [
      { field: 'f', between: [1, 2] },
      { field: 'f', op: 'between', low: 1, high: 2 },
    ],
    [
      { field: 'f', min: 1, currency: 'EUR' },
      { field: 'f', op: 'min', low: 1, currency: 'EUR' },
    ],
    [
      { field: 'f', max: 2 },
      { field: 'f', op: 'max', high: 2 },
    ],
    [
      { field: 'f', age: { max: '2 years' } },
      { field: 'f', op: 'age', high: '2 years' },
    ],
    [
      { field: 'f', growth: { min: 0.2, over: '1 year' } },
      { field: 'f', op: 'growth', low: 0.2, over: '1 year' },
    ],
    [{ lacks: { category: 'CRM' } }, { lacks: { category: 'CRM' } }],
    [{ signal: { kind: 'hired', within: '1 year' } }, { signal: { kind: 'hired', within: '1 year' } }],
    [{ all: [{ uses: 'SAP' }] }, { all: [{ uses: 'SAP' }] }],
  ])('%j becomes %j', (written, pattern) => {
    expect(patternCondition(read(written))).toEqual(pattern);
  });
});
