import fc from 'fast-check';
import { type Condition, type ExprRecord, resolveCondition, signalKinds } from '../src/base/expr/index.ts';
import type { Card } from '../src/stages/scorecard/index.ts';
import { AS_OF, condition, contextOf } from './conditions-arbitraries.ts';

type Signal = Extract<Condition, { op: 'signal' }>;

const signal: fc.Arbitrary<Signal> = fc.record({
  op: fc.constant('signal'),
  signal: fc.record({
    kind: fc.constantFrom(...signalKinds.slice(0, 3)),
    about: fc.option(fc.constantFrom('administration', 'Sales'), { nil: null, freq: 1 }),
    within: fc.constantFrom(
      null,
      { count: 1, unit: 'months' } as const,
      { count: 2, unit: 'years' } as const,
    ),
    minStrength: fc.option(fc.constantFrom(0, 3, 100), { nil: null, freq: 1 }),
  }),
});
const points = fc.integer({ min: -5, max: 5 });
const halfLife = fc.oneof(fc.constantFrom(1, 7, 30, 60, 90, 365), fc.integer({ min: 1, max: 1460 }));

const fitLine = fc.record({ condition, points });

/** A card before its conditions are resolved against the records. */
export const drawnCard = fc.record({
  market: fc.array(condition, { maxLength: 2 }),
  fit: fc.oneof(
    { weight: 9, arbitrary: fc.array(fitLine, { maxLength: 6 }) },
    { weight: 1, arbitrary: fc.array(fitLine, { minLength: 28, maxLength: 33 }) },
  ),
  timing: fc.array(fc.record({ condition: signal, points, halfLifeDays: halfLife }), { maxLength: 3 }),
  anti: fc.array(condition, { maxLength: 2 }),
  tiers: fc.uniqueArray(fc.integer({ min: -6, max: 12 }), { minLength: 3, maxLength: 3 }),
  timingTiers: fc.constantFrom({ hot: 2, warm: 0.5 }, { hot: 1.5, warm: 0.375 }),
});

/** A card that asks nothing. */
export const noLines = {
  market: [],
  fit: [],
  timing: [],
  anti: [],
  tiers: [1, 2, 3],
  timingTiers: { hot: 2, warm: 0.5 } as const,
};

/** The card that was drawn, resolved against these records. */
export function toCard(
  drawn: typeof drawnCard extends fc.Arbitrary<infer D> ? D : never,
  records: readonly ExprRecord[],
  covered: readonly string[],
): Card {
  const context = contextOf(records, covered);
  const line = (written: Condition, id: string) => ({
    id,
    label: id,
    subject: id,
    layer: 'firmographic' as const,
    condition: resolveCondition(written, context),
  });
  const [A = 3, B = 2, C = 1] = drawn.tiers.toSorted((a, b) => b - a);
  return {
    profile: { name: 'drawn', version: 1 },
    asOf: AS_OF,
    market: drawn.market.map((c, i) => line(c, `market-${i}`)),
    fit: drawn.fit.map((f, i) => ({ ...line(f.condition, `fit-${i}`), points: f.points })),
    timing: drawn.timing.map((t, i) => ({
      ...line(t.condition, `timing-${i}`),
      condition: resolveCondition(t.condition, context),
      event: 'event',
      within: t.condition.signal.within,
      points: t.points,
      halfLifeDays: t.halfLifeDays,
      spans: {},
    })),
    anti: drawn.anti.map((c, i) => ({ ...line(c, `anti-${i}`), because: `reason ${i}` })),
    tiers: { A, B, C },
    timingTiers: drawn.timingTiers,
    queueBy: ['tier', 'timing'],
    committee: [],
  };
}
