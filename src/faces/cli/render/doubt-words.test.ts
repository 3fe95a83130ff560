import { expect, it } from 'vitest';
import type { Doubt, Pattern } from '../../../stages/discovery/index.ts';
import { doubtWords } from './doubt-words.ts';

const doubt = (by: string | null, more: Partial<Doubt> = {}): Doubt => ({
  kind: 'not-told-apart',
  by,
  z: 3,
  zGiven: 1.2,
  otherZGiven: 4,
  p: 0.45,
  ...more,
});
const patterns = ['a', 'b', 'c', 'd'].map((id) => ({ id: `p-${id}`, label: `Trait is ${id}` }) as Pattern);
const words = (...doubts: Doubt[]) => doubtWords({ ...patterns[0]!, doubts }, patterns);

it('names what explains a pattern by id and label, and nothing beside it', () => {
  expect(words(doubt('p-b', { kind: 'explained' }), doubt('p-c'))).toBe(
    'is explained by p-b (Trait is b): among those alike in that no more difference is left than chance makes (p .45)',
  );
});

it('says of a pattern of time that it is one', () => {
  expect(words(doubt(null, { kind: 'explained' }))).toBe(
    'only shows when they started: among those of the same quarter no more difference is left than chance makes (p .45)',
  );
});

it('says where the data cannot tell', () => {
  expect(words(doubt('p-b'), doubt(null), doubt('p-c'))).toBe(
    'may only be the trace of p-b (Trait is b) or p-c (Trait is c): the data cannot tell; it may only show when they started: within a quarter the difference is too small to be sure',
  );
});

it('names three others at most', () => {
  expect(words(...['p-b', 'p-c', 'p-d', 'p-x'].map((id) => doubt(id)))).toContain('or 1 other:');
});
