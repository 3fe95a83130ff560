import { expect, test } from 'vitest';
import { saidWords } from './said-words.ts';

test('names who said what, and why', () => {
  const said = [
    { team: 'sales', kind: 'agree', reason: 'our partner is there' },
    { team: 'support', kind: 'hard-to-serve', reason: 'three escalations' },
    { team: 'product', kind: 'note', reason: 'new in June' },
  ];
  expect(saidWords(said)).toBe(
    'sales agrees (our partner is there); support says hard to serve (three escalations); product notes (new in June)',
  );
  expect(saidWords([])).toBe('');
});
