import { expect, test } from 'vitest';
import { countBelief, isTestable } from './count-belief.ts';

test('records looked at before a belief was said do not count for it', () => {
  const truths = [true, false, true, null, false];
  const seen = [true, true, false, false, false];
  expect(countBelief({ truths, seen })).toEqual({ seen: 2, unseen: 3, known: 2, holds: 1 });
});

test('a belief needs three records with it and three without', () => {
  expect(isTestable({ known: 6, holds: 3 })).toBe(true);
  expect(isTestable({ known: 30, holds: 2 })).toBe(false);
  expect(isTestable({ known: 30, holds: 28 })).toBe(false);
});
