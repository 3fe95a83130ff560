import { expect, test } from 'vitest';
import { cardOf } from '../../../../test/score-support.ts';
import { leadDefinitions } from './lead-definitions.ts';

const fit = 'fit:\n  firmographic:\n    - { field: a, min: 1, points: 1 }\ntiers: { A: 9, B: 6, C: 3 }\n';

test('leads are defined by the cut-offs of the card, in one sentence each', () => {
  const card = cardOf(`${fit}
timing:
  - { signal: { kind: hired }, points: 3, half_life: 60 days }
anti:
  - { field: a, max: 0, because: none }
timing_tiers: { hot: 1.5, warm: 0.5 }
`);
  expect(leadDefinitions(card)).toEqual({
    marketing:
      'A marketing-qualified lead is an account of tier A or B: in the market, with 6 fit points or more and disqualified by no line of the anti-ICP.',
    sales:
      'A sales-qualified lead is an account of tier A (9 fit points or more) that is hot: 1.5 timing points or more on the day it is called.',
  });
});

test('without a timing line no account is sales-qualified, and that is said', () => {
  expect(leadDefinitions(cardOf(fit))).toEqual({
    marketing:
      'A marketing-qualified lead is an account of tier A or B: in the market, with 6 fit points or more.',
    sales:
      'A sales-qualified lead is an account of tier A (9 fit points or more) that is hot; the page has no timing line yet, so none is.',
  });
});
