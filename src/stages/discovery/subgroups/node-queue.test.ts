import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createNodeQueue } from './node-queue.ts';

it('a queue gives back the highest bound, the older of equals, while others come in', () => {
  fc.assert(
    fc.property(fc.array(fc.option(fc.integer({ min: 0, max: 5 }))), (steps) => {
      const queue = createNodeQueue<{ readonly bound: number; readonly age: number }>();
      let waiting: { readonly bound: number; readonly age: number }[] = [];
      steps.forEach((bound, age) => {
        if (bound !== null) {
          queue.push({ bound, age });
          waiting.push({ bound, age });
          return;
        }
        const first = waiting.toSorted((a, b) => b.bound - a.bound || a.age - b.age)[0];
        expect(queue.pop()).toEqual(first);
        waiting = waiting.filter((node) => node !== first);
      });
    }),
  );
});
