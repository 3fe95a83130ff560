import { describe, expect, it } from 'vitest';
import { a, score } from './reference-rows.ts';
import { createScoreJudge } from './score-judge.ts';

const add = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);

describe('the judge of scores', () => {
  // R 4.2, coin 1.4, on the records of reference-rows.ts: known <- i %% 9 != 0
  // t <- independence_test(score[known] ~ factor(a[known]), teststat = "quad"); statistic(t); sqrt(statistic(t)); pvalue(t)
  it('has the permutation chi-square as strength', () => {
    const known = score.flatMap((value, i) => (i % 9 === 0 ? [] : [{ value, inside: a[i] === 1 }]));
    const values = known.map(({ value }) => value);
    const inside = known.flatMap((row) => (row.inside ? [row.value] : []));
    const judge = createScoreJudge();
    judge.open(values.length, add(values), add(values.map((value) => value ** 2)));
    const strength = judge.strength(add(inside), inside.length, 0);
    expect(strength).toBeCloseTo(3.362754495797406, 12);
    expect(judge.z(strength)).toBeCloseTo(1.8337814743849377, 12);
    expect(judge.p(strength)).toBeCloseTo(0.066686438758962074, 13);
  });

  it('finds nothing in scores that do not vary', () => {
    const judge = createScoreJudge();
    judge.open(10, 5, 2.5);
    expect(judge.strength(2, 4, 0)).toBe(0);
  });
});
