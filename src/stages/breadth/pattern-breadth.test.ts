import { describe, expect, it } from 'vitest';
import type { Pattern } from '../discovery/index.ts';
import { patternBreadth } from './pattern-breadth.ts';

const pattern: Pattern = {
  id: 'p-1',
  direction: 'for',
  layer: 'firmographic',
  field: 'industry',
  label: 'Industry is clinic',
  conditions: [{ op: 'any', field: 'industry', values: ['clinic'] }],
  best: { n: 20, of: 30 },
  rest: { n: 20, of: 70 },
  unknown: 5,
  measure: 'test',
  lift: 1.5,
  interval: [1.2, 4],
  pField: 0.001,
  pAdjusted: 0.001,
  stability: null,
  verdict: 'supported',
  needMore: null,
  declared: false,
  searchable: true,
  adds: null,
  parts: [],
  explainedBy: null,
  cohort: null,
  doubts: [],
  reach: 0.25,
};

describe('a pattern on the frontier', () => {
  it('is its reach against its lift times the share of all, both corrected for the search', () => {
    expect(patternBreadth(pattern, 1000)).toEqual({
      id: 'p-1',
      label: 'Industry is clinic',
      direction: 'for',
      reach: { n: 250, of: 1000 },
      rate: {
        share: expect.closeTo(0.45, 10),
        interval: [expect.closeTo(0.36, 10), 1],
        by: 'search-corrected',
        best: 20,
        of: 40,
      },
    });
  });

  it('is nowhere when nobody could be reached', () => {
    expect(patternBreadth({ ...pattern, reach: null }, 0)).toBeNull();
  });
});
