import { describe, expect, it } from 'vitest';
import { createRandom } from '../../base/stats/index.ts';
import { askWhyMissing } from './ask-why-missing.ts';
import { inputFor, numbers, truths } from './discovery-fixtures.ts';
import { takeSample, usableRows } from './sample.ts';
import type { CandidateField } from './types.ts';

const n = 300;
const random = createRandom(8);
const value = Float64Array.from({ length: n }, () => random.normal());
const { label } = inputFor(value, []);
/** Missing with these chances among best and rest. */
const missing = (ofBest: number, ofRest: number) =>
  Array.from(label, (y) => (random.next() < (y === 1 ? ofBest : ofRest) ? null : random.integer(9)));
const asked = (...fields: readonly CandidateField[]) => {
  const input = inputFor(value, fields);
  return askWhyMissing(takeSample(input, usableRows(input)));
};

describe('why a field is missing', () => {
  it('is asked where it is filled in more often for one group than chance explains', () => {
    const [ask, ...others] = asked(numbers('rooms', missing(0.1, 0.4)), numbers('size', missing(0.3, 0.3)));
    expect(others).toEqual([]);
    expect(ask).toMatchObject({ field: 'rooms', label: 'rooms' });
    expect(ask!.why).toMatch(/filled in for \d+ of 100 against \d+ of 200/);
  });

  it('is not asked again once a person has said that it is known before the sale', () => {
    expect(asked(numbers('rooms', missing(0.1, 0.4), { knownBy: 'user' }))).toEqual([]);
  });

  it('is not asked of what another trait explains, nor of differences that hardly matter', () => {
    const conditional = { ...numbers('product', missing(0.1, 0.4)), conditional: true as const };
    expect(asked(conditional)).toEqual([]);
    expect(asked(truths('some', Array(n).fill(true)))).toEqual([]);
  });
});
