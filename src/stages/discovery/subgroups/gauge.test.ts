import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plainTasks } from '../../../../test/subgroup-tasks.ts';
import { createLabelGauge } from './label-gauge.ts';
import { layOut } from './lay-out.ts';
import { Prober } from './prober.ts';
import { createValueGauge } from './value-gauge.ts';

/** Bounds and qualities of conjunctions, each counted for itself. */
function proberOf(task: Parameters<typeof layOut>[0]) {
  const ground = layOut(task);
  const { values } = ground;
  const gauge =
    values === null ? createLabelGauge(ground, task) : createValueGauge({ ...ground, values }, task);
  const prober = new Prober(ground, gauge, task.leastCover);
  const probe = (ranks: readonly number[]): number => {
    prober.open(ranks.slice(0, -1), false);
    return prober.probe(ranks.at(-1)!, Number.NEGATIVE_INFINITY);
  };
  return { selectors: ground.selectors.length, slack: gauge.slack, probe, prober };
}

describe('the bound of a conjunction', () => {
  for (const kind of ['label', 'value'] as const)
    it(`is passed by no conjunction that adds conditions to it, whatever is unknown (${kind})`, () => {
      fc.assert(
        fc.property(
          plainTasks(kind),
          fc.uniqueArray(fc.nat(6), { minLength: 1, maxLength: 4 }),
          fc.integer({ min: 1, max: 4 }),
          ({ task }, chosen, length) => {
            const { selectors, slack, probe, prober } = proberOf(task);
            const ranks = chosen.filter((rank) => rank < selectors);
            fc.pre(ranks.length > 0);
            const bound = probe(ranks.slice(0, length));
            if (probe(ranks) === Number.NEGATIVE_INFINITY) return;
            expect(prober.counted(ranks).quality).toBeLessThanOrEqual(bound + slack);
          },
        ),
        { numRuns: 3000 },
      );
    });

  it('is met by the best rows that can be left over, when all is known', () => {
    fc.assert(
      fc.property(
        fc.array(fc.boolean(), { minLength: 4, maxLength: 40 }),
        fc.constantFrom(1, 0.5, 0.1),
        (label, power) => {
          const positives = label.filter(Boolean).length;
          const expected = (positives / label.length) ** power * (1 - positives / label.length);
          const all = { field: 'all', rows: new Int32Array(2).fill(-1), known: null };
          const { probe } = proberOf({
            target: { kind: 'label', label: Uint8Array.from(label, Number) },
            selectors: [all],
            depth: 3,
            keep: 1,
            sizePower: power,
            leastCover: 1,
            sameField: true,
            folded: true,
            budget: 10,
          });
          if (positives > 0) expect(probe([0])).toBeCloseTo(expected, 12);
        },
      ),
    );
  });
});
