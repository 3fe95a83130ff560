import { describe, expect, it } from 'vitest';
import { cardOf } from '../../../test/score-support.ts';
import type { Truth } from '../../base/expr/index.ts';
import type { Row } from '../../base/sql/index.ts';
import { encodeOutcomes } from '../scorecard/index.ts';
import { decodeRow } from './decode-row.ts';

const card = cardOf(`
market:
  - { field: country, any: [ES] }
  - { field: industry, any: [clinic] }
fit:
  firmographic:
    - { field: locations, min: 2, points: 1 }
    - { field: employees, between: [3, 15], points: 3 }
    - { field: employees, between: [16, 20], points: 1 }
    - { field: chain, any: [true], points: -2 }
timing:
  - { signal: { kind: hired, about: administration, within: 6 months }, points: 3, half_life: 60 days }
anti:
  - { field: employees, max: 1, because: alone }
  - { field: ownership, any: [public], because: tenders }
committee:
  - { role: economic buyer, titles: [manager] }
  - { role: user, titles: [front desk] }
tiers: { A: 5, B: 3, C: 1 }
`);

interface Known {
  readonly market?: readonly Truth[];
  readonly fit?: readonly Truth[];
  readonly anti?: readonly Truth[];
  readonly row?: Row;
}

function decoded({
  market = [true, true],
  fit = [false, false, false, false],
  anti = [false, false],
  row,
}: Known) {
  return decodeRow(
    card,
    {
      account_id: 'a1',
      name: null,
      domain: null,
      industry: null,
      country: null,
      owner: null,
      fit: 0,
      fit_max: 0,
      tier: 'D',
      timing: 'unknown',
      timing_points: null,
      play: 'out',
      fit_code: encodeOutcomes(fit),
      anti_code: encodeOutcomes(anti),
      market_code: encodeOutcomes(market),
      timing_line: null,
      timing_on: null,
      committee_code: null,
      best_contact: null,
      rank: 1,
      ...row,
    },
    [],
  );
}

describe('reasons', () => {
  it('are the lines that hold with their signed points, in the order of the page', () => {
    expect(decoded({ fit: [true, true, false, true] }).reasons).toBe(
      'locations 2 or more +1; employees 3-15 +3; chain is yes -2',
    );
  });

  it('are empty when no line holds', () => {
    expect(decoded({}).reasons).toBe('');
  });
});

describe('unknown', () => {
  it('names each subject once, what decides the tier first, then by points', () => {
    expect(decoded({ fit: [null, null, null, null] }).unknown).toBe(
      'employees (decides the tier); locations (decides the tier); chain',
    );
  });

  it('decides nothing for an account that is out', () => {
    const { unknown } = decoded({ fit: [null, null, null, null], row: { tier: null } });
    expect(unknown).toBe('employees; chain; locations');
  });

  it('says what may disqualify with its reason, and what may put outside the market', () => {
    expect(decoded({ anti: [null, null], market: [null, true] }).unknown).toBe(
      'may be disqualified by employees (alone); may be disqualified by ownership (tenders); ' +
        'may be outside the market by country',
    );
  });

  it('is empty when all is known', () => {
    expect(decoded({}).unknown).toBe('');
  });
});

describe('disqualified by', () => {
  it('is nothing for an account in the queue, unknown lines included', () => {
    expect(decoded({ anti: [null, false], market: [null, true] }).disqualified_by).toBeNull();
  });

  it('gives every reason that holds', () => {
    expect(decoded({ anti: [true, true] }).disqualified_by).toBe('alone; tenders');
  });

  it('gives the market first', () => {
    expect(decoded({ anti: [true, false], market: [false, true] }).disqualified_by).toBe(
      'outside the market, which asks: country is ES',
    );
  });
});

describe('why now', () => {
  const whyNow = (on: string | null) =>
    decoded({ row: { timing_line: on === null ? null : 0, timing_on: on } }).why_now;

  it('is the event, its age and what it is worth today', () => {
    expect(whyNow('2024-08-19')).toBe('hired administration 12 days ago (+2.6)');
    expect(whyNow('2024-08-30')).toBe('hired administration yesterday (+3)');
    expect(whyNow('2024-08-31')).toBe('hired administration today (+3)');
  });

  it('never shows a worth of nothing', () => {
    expect(whyNow('2023-08-31')).toBe('hired administration 366 days ago (+0.044)');
  });

  it('is nothing without a signal', () => {
    expect(whyNow(null)).toBeNull();
  });
});

describe('committee', () => {
  const at = (code: number | null) => {
    const { committee_found, committee_missing } = decoded({ row: { committee_code: code } });
    return [committee_found, committee_missing];
  };

  it('names who is found and who is missing', () => {
    expect(at(0)).toEqual(['', 'economic buyer; user']);
    expect(at(2)).toEqual(['user', 'economic buyer']);
    expect(at(3)).toEqual(['economic buyer; user', '']);
  });

  it('is unknown when no people were imported', () => {
    expect(at(null)).toEqual([null, null]);
  });
});
