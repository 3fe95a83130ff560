import { beforeAll, describe, expect, it } from 'vitest';
import { createRandom } from '../../../base/stats/index.ts';
import type { TrainingTask } from '../training/index.ts';
import { plantedTask } from '../training/training-fixtures.ts';
import { keepHeldOut } from './keep-held-out.ts';
import { validateCard } from './validate-card.ts';

const silent = { seed: 5, onFold: () => undefined };

/** The same customers with their values dealt anew. */
function shuffled(task: TrainingTask, seed: number): TrainingTask {
  const order = Int32Array.from(task.discovery.label.keys());
  createRandom(seed).shuffle(order);
  const { value, label } = task.discovery;
  return {
    ...task,
    discovery: {
      ...task.discovery,
      value: Float64Array.from(order, (unit) => value![unit]!),
      label: Uint8Array.from(order, (unit) => label[unit]!),
    },
  };
}

describe('a validation', () => {
  let planted: ReturnType<typeof validateCard>;
  const task = plantedTask(96, 21);

  beforeAll(() => {
    planted = validateCard(task, silent);
  }, 120_000);

  it('holds a card with real traits to be better than chance, and better than a single trait', () => {
    expect(planted.verdict).toBe('holds');
    expect(planted.random.rivals.card.auc.low).toBeGreaterThan(0.6);
    expect(planted.gains.single.auc.value).toBeGreaterThan(0);
    expect(planted.random.rivals.base.auc.value).toBe(0.5);
    expect(planted.random.rivals.card.logLoss).toBeLessThan(planted.random.rivals.base.logLoss);
  });

  it('holds every unit out once in each repeat', () => {
    expect([planted.repeats, planted.folds, planted.random.n]).toEqual([10, 5, 96]);
    for (const { folds, forecasts } of planted.rounds) {
      expect(folds.every((fold) => fold >= 0 && fold < 5)).toBe(true);
      expect(forecasts.card.totals.every((total) => Number.isInteger(total))).toBe(true);
    }
  });

  it('says why it was not tested forward in time', () => {
    expect([planted.forward, planted.whyNoForward]).toEqual([null, 'fewer than half have a date']);
  });

  it('is the same again with the same seed', () => {
    const { rounds: _, ...again } = validateCard(plantedTask(30, 2), silent);
    const { rounds: __, ...first } = validateCard(plantedTask(30, 2), silent);
    expect(again).toEqual(first);
  });

  it('cannot tell under 60 units, or sees no evidence', () => {
    const { verdict } = validateCard(plantedTask(40, 2), silent);
    expect(['cannot-tell', 'no-evidence']).toContain(verdict);
  });

  it('tests forward in time where there are dates, and says what the random folds flattered', () => {
    const dated = {
      ...task,
      discovery: { ...task.discovery, startedOn: Float64Array.from({ length: 96 }, (_, i) => (i * 37) % 96) },
    };
    const { forward, optimism, random } = validateCard(dated, silent);
    expect([forward?.n, forward?.trainedOn, forward?.from]).toEqual([29, 67, 67]);
    expect(optimism).toBeCloseTo(random.rivals.card.auc.value - forward!.rivals.card.auc.value, 12);
  }, 120_000);

  it('gives AUC one half within two standard errors when outcomes are dealt anew, and flatters no chance', () => {
    const aucs = Array.from({ length: 10 }, (_, i) => {
      const { random } = validateCard(shuffled(plantedTask(60, 100 + i), i), silent);
      return random.rivals.card.auc;
    });
    const errorOf = ({ low, high }: (typeof aucs)[number]) => (high - low) / (2 * 1.645);
    const within = aucs.filter((auc) => Math.abs(auc.value - 0.5) <= 2 * errorOf(auc));
    expect(within.length).toBeGreaterThanOrEqual(8);
    const mean = aucs.reduce((sum, { value }) => sum + value, 0) / aucs.length;
    const error = aucs.reduce((sum, auc) => sum + errorOf(auc), 0) / aucs.length;
    expect(Math.abs(mean - 0.5)).toBeLessThanOrEqual((2 * error) / Math.sqrt(aucs.length));
  }, 240_000);

  it('keeps of each unit what every line of the page gave in cards that had not seen it', () => {
    const [round] = planted.rounds;
    const card = round!.cards[0]!;
    const { units } = keepHeldOut({
      rounds: planted.rounds,
      rival: 'card',
      card,
      label: task.discovery.label,
    });
    expect(units.reduce((sum, { weight }) => sum + weight, 0)).toBe(96);
    for (const { totals, parts, truths, line } of units) {
      expect([parts.length, line.length, truths.length]).toEqual([
        totals.length,
        totals.length,
        card.lines.length,
      ]);
      parts.forEach((part, repeat) => {
        const named = part.reduce((sum, points) => sum + points, 0);
        const all = planted.rounds[repeat]!.cards.flatMap(({ lines }) =>
          lines.map(({ points }) => Math.abs(points)),
        );
        expect(Math.abs(totals[repeat]! - named)).toBeLessThanOrEqual(
          all.reduce((sum, points) => sum + points, 0),
        );
      });
    }
  });
});
