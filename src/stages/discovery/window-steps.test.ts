import { describe, expect, it } from 'vitest';
import type { Condition } from '../../base/expr/index.ts';
import { numbers, texts } from './discovery-fixtures.ts';
import { windowSteps } from './window-steps.ts';

const sizes = numbers('size', [1, 2, 3, 4, 5, 6, 7, 8]);
const size = (low: number | null, high: number | null): Condition => ({
  op: 'window',
  field: 'size',
  low,
  high,
  currency: null,
});
const steps = (condition: Condition) =>
  Object.fromEntries(windowSteps(sizes, condition).map(({ change, condition: to }) => [change, to]));

describe('the steps of a window', () => {
  it('move one of its ends by one bin, out and in', () => {
    expect(steps(size(3, 5))).toEqual({
      'wider-below': size(2, 5),
      'wider-above': size(3, 6),
      'narrower-below': size(4, 5),
      'narrower-above': size(3, 4),
    });
  });

  it('open an end that reaches the last bin, and never both', () => {
    expect(steps(size(2, null))).toEqual({
      'narrower-below': size(3, null),
      'narrower-above': size(2, 7),
    });
  });

  it('leave no empty window', () => {
    expect(Object.keys(steps(size(4, 4)))).toEqual(['wider-below', 'wider-above']);
  });

  it('start from the bins that a window of any ends holds whole', () => {
    expect(steps(size(2.5, 5.5))).toEqual(steps(size(3, 5)));
  });

  it('are none where nothing lies between bins', () => {
    expect(windowSteps(sizes, { op: 'any', field: 'size', values: [3] })).toEqual([]);
    expect(windowSteps(texts('size', ['a', 'a', 'a']), size(1, 2))).toEqual([]);
  });
});
