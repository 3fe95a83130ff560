import { describe, expect, it } from 'vitest';
import { cardOf, recordOf } from '../../../test/score-support.ts';
import type { ExprRecord } from '../../base/expr/index.ts';
import { scoreRecord } from '../scorecard/index.ts';
import { explainUnknowns } from './explain-unknowns.ts';

const card = cardOf(`
market:
  - { field: country, any: [ES] }
fit:
  firmographic:
    - { field: locations, min: 2, points: 1 }
    - { field: employees, between: [3, 15], points: 3 }
    - { field: chain, any: [true], points: -2 }
timing:
  - { signal: { kind: hired }, points: 3, half_life: 60 days }
anti:
  - { field: owner_type, any: [public], because: tenders }
tiers: { A: 5, B: 4, C: 2 }
`);
const knowledge = { field: () => null, sourcesOf: () => [] };
const unknowns = (values: ExprRecord['values']) => {
  const record = recordOf({ values });
  return explainUnknowns(card, { record, score: scoreRecord(card, record) }, knowledge).map(
    ({ line, part, takes, adds, decides }) => [line, part, takes, adds, decides],
  );
};

describe('what is unknown', () => {
  it('could add or take its points; what decides comes first, timing last', () => {
    expect(unknowns({})).toEqual([
      ['fit-2', 'fit', 0, 3, true],
      ['market-1', 'market', 0, 0, true],
      ['anti-1', 'anti', 0, 0, true],
      ['fit-3', 'fit', -2, 0, false],
      ['fit-1', 'fit', 0, 1, false],
      ['timing-1', 'timing', 0, 3, false],
    ]);
  });

  it('decides nothing of an account that is out', () => {
    expect(unknowns({ country: 'PT' }).map(([line, , , , decides]) => [line, decides])).toEqual([
      ['fit-2', false],
      ['fit-3', false],
      ['fit-1', false],
      ['anti-1', false],
      ['timing-1', false],
    ]);
  });

  it('is none of what is known', () => {
    const known = { country: 'ES', locations: 1, employees: 4, chain: false, owner_type: 'private' };
    expect(unknowns(known)).toEqual([['timing-1', 'timing', 0, 3, false]]);
  });
});
