import { describe, expect, it } from 'vitest';
import type { Condition } from '../../base/expr/index.ts';
import type { Belief } from './belief.ts';
import { type Asked, laterCustomers, nextQuestion, type Unsettled } from './next-question.ts';

const is = (field: string): Condition => ({ op: 'any', field, values: ['x'] });

function pattern(id: string, more: Partial<Asked> = {}): Asked {
  return {
    id,
    conditions: [is(id)],
    best: { n: 6, of: 8 },
    rest: { n: 4, of: 17 },
    unknown: 0,
    verdict: 'suggestive',
    pField: 0.03,
    needMore: 200,
    declared: false,
    explainedBy: null,
    cohort: null,
    doubts: [],
    ...more,
  };
}

function belief(more: Partial<Belief> = {}): Belief {
  return {
    condition: is('believed'),
    label: 'believed is x',
    saidOn: '2026-01-01',
    seen: 0,
    unseen: 25,
    known: 25,
    holds: 10,
    pattern: 'p-believed',
    ...more,
  };
}

type Parts = Omit<Partial<Unsettled>, 'result'> & {
  readonly patterns?: readonly Asked[];
  readonly questions?: readonly Asked[];
  readonly asks?: Unsettled['result']['asks'];
};

function next({ patterns = [], questions = [], asks = [], ...more }: Parts) {
  return nextQuestion({
    result: { customers: { n: 25, best: 8 }, patterns: [...patterns, ...questions], questions, asks },
    beliefs: [],
    records: 25,
    judged: new Set(),
    maySay: () => true,
    ...more,
  });
}

const supported = pattern('a', { verdict: 'supported', needMore: null });
const none = pattern('n', { verdict: 'none', pField: 0.5, needMore: null });

describe('the next best question', () => {
  it('is none when all that is shown is supported', () => {
    expect(
      next({ patterns: [supported, pattern('b', { verdict: 'supported', needMore: null })] }),
    ).toBeNull();
  });

  it('is first when a field becomes known: one word settles it', () => {
    const asks = [{ field: 'plan', label: 'Plan', why: 'Is Plan known before the sale?' }];
    expect(next({ patterns: [pattern('p', { needMore: 3 })], asks })).toMatchObject({
      kind: 'when-known',
      field: 'plan',
    });
  });

  it('is to fill in values where those that are missing would settle it', () => {
    const missing = pattern('p', { unknown: 12, needMore: 20 });
    expect(next({ patterns: [pattern('q', { needMore: 5 }), missing] })).toMatchObject({
      kind: 'fill-in',
      pattern: 'p',
      needed: 11,
    });
  });

  it('is a belief that lacks values before one that waits for customers', () => {
    const lacking = belief({ condition: is('lacking'), known: 7, holds: 2, pattern: null });
    const late = belief({ seen: 25, unseen: 0, known: 0, holds: 0, pattern: null });
    expect(next({ beliefs: [late, lacking] })).toMatchObject({
      kind: 'fill-in',
      condition: is('lacking'),
      needed: 18,
    });
    expect(next({ beliefs: [late] })).toMatchObject({ kind: 'later-customers', needed: laterCustomers });
  });

  it('is not a belief that is tested, or that everybody fits', () => {
    const settled = { patterns: [supported] };
    expect(next({ ...settled, beliefs: [belief()] })).toBeNull();
    expect(next({ ...settled, beliefs: [belief({ holds: 25, pattern: null })] })).toBeNull();
  });

  it('is the pattern that needs the fewest customers', () => {
    const patterns = [pattern('p', { needMore: 14 }), pattern('q', { needMore: 9 })];
    expect(next({ patterns })).toMatchObject({ kind: 'more-customers', pattern: 'q', needed: 9 });
  });

  it('is to say a pattern now where a belief needs fewer customers than the search', () => {
    const asked = next({ patterns: [pattern('p')] });
    expect(asked).toMatchObject({ kind: 'say-now', pattern: 'p' });
    expect(asked?.needed).toBeLessThan(200);
  });

  it('is not to say again what was said, nor what only a deal has', () => {
    const said = belief({ condition: is('p'), pattern: 'p' });
    expect(next({ patterns: [pattern('p')], beliefs: [said] })).toMatchObject({ kind: 'more-customers' });
    expect(next({ patterns: [pattern('p')], maySay: () => false })).toMatchObject({ kind: 'more-customers' });
  });

  it('is to fill in what is known for few, before waiting for many customers', () => {
    const few = pattern('f', {
      best: { n: 0, of: 2 },
      rest: { n: 4, of: 5 },
      unknown: 18,
      verdict: 'none',
      pField: 0.2,
      needMore: null,
    });
    expect(next({ patterns: [pattern('p')], questions: [few] })).toMatchObject({
      kind: 'fill-in',
      pattern: 'f',
      needed: 18,
    });
  });

  it('asks which of two it is where the data cannot tell, until somebody has said', () => {
    const doubted = { ...supported, doubts: [{ kind: 'not-told-apart' as const, by: 'b' }] };
    expect(next({ patterns: [doubted] })).toMatchObject({ kind: 'which-of-two', pattern: 'a', other: 'b' });
    expect(next({ patterns: [doubted], judged: new Set(['a']) })).toBeNull();
  });

  it('asks people about the largest difference that nobody has judged', () => {
    const questions = [none, pattern('m', { verdict: 'none', pField: 0.6, needMore: null })];
    expect(next({ questions })).toMatchObject({ kind: 'ask-people', pattern: 'n' });
    expect(next({ questions, judged: new Set(['n']) })).toMatchObject({ kind: 'ask-people', pattern: 'm' });
  });

  it('asks for beliefs where nothing stands out and all has been asked', () => {
    expect(next({ questions: [none], judged: new Set(['n']) })).toMatchObject({
      kind: 'believe',
      pattern: null,
    });
    expect(next({})).toMatchObject({ kind: 'believe' });
  });

  it('leaves out what is explained by something else', () => {
    expect(next({ patterns: [supported, pattern('p', { explainedBy: 'a' })] })).toBeNull();
    expect(next({ patterns: [supported, pattern('p', { cohort: 'explained' })] })).toBeNull();
  });
});
