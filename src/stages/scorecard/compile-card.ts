import { BestfitError } from '../../base/errors/index.ts';
import {
  type Condition,
  describeCondition,
  durationDays,
  type ResolveContext,
  resolveCondition,
  subjectOf,
} from '../../base/expr/index.ts';
import type { Profile } from '../profile/index.ts';
import { type DatedSignals, spansOf } from '../signals/index.ts';
import { maxCodedLines } from './outcome-code.ts';
import type { Card, CardLine } from './types.ts';

/** A page and what its words mean in the current data. */
export interface CompileOptions {
  readonly profile: Profile;
  readonly version: number;
  readonly context: ResolveContext;
  /** The user's own words for a field. */
  readonly labelOf: (field: string) => string;
  /** Signals on the days of dated imports; none when left out. */
  readonly dated?: readonly DatedSignals[];
}

/** Compiles the page for one snapshot and one day: what it names becomes what the data calls it. */
export function compileCard({ profile, version, context, labelOf, dated = [] }: CompileOptions): Card {
  refuseTooManyLines(profile);
  const line = (kind: string, condition: Condition, i: number): Omit<CardLine, 'layer'> => ({
    id: `${kind}-${i + 1}`,
    label: describeCondition(condition, labelOf),
    subject: subjectOf(condition, labelOf),
    condition: resolveCondition(condition, context),
  });
  return {
    profile: { name: profile.name, version },
    asOf: context.asOf,
    market: profile.market.map((c, i) => ({ ...line('market', c, i), layer: 'firmographic' })),
    fit: profile.fit.map((fit, i) => ({
      ...line('fit', fit.condition, i),
      layer: fit.layer,
      points: fit.points,
    })),
    timing: profile.timing.map((timing, i) => {
      const condition = resolveCondition(timing.condition, context);
      return {
        ...line('timing', timing.condition, i),
        condition,
        layer: 'behavioural',
        event: describeCondition(withoutWindow(timing.condition), labelOf),
        within: timing.condition.signal.within,
        points: timing.points,
        halfLifeDays: durationDays(timing.halfLife),
        spans: spansOf(condition, dated),
      };
    }),
    anti: profile.anti.map((anti, i) => ({
      ...line('anti', anti.condition, i),
      layer: 'firmographic',
      because: anti.because,
    })),
    tiers: profile.tiers,
    timingTiers: profile.timingTiers,
    queueBy: profile.queueBy,
    committee: profile.committee.map(({ role, titles }) => ({ role, titles })),
  };
}

function withoutWindow(condition: Extract<Condition, { op: 'signal' }>): Condition {
  return { ...condition, signal: { ...condition.signal, within: null } };
}

function refuseTooManyLines(profile: Profile): void {
  for (const part of ['market', 'fit', 'timing', 'anti', 'committee'] as const) {
    const found = profile[part].length;
    if (found > maxCodedLines)
      throw new BestfitError('profile.too-many-lines', { part, found, most: maxCodedLines });
  }
}
