import { shiftDate } from './shift-date.ts';
import { isCoveredEverywhere, spell } from './spell.ts';
import type { ResolveContext, ResolvedCondition, SignalMatch } from './types.ts';

/** A signal between two days, its subject spelled as the data spells it. */
export function resolveSignal(
  { kind, about, within, minStrength }: SignalMatch,
  context: ResolveContext,
): Extract<ResolvedCondition, { op: 'signal' }> {
  return {
    op: 'signal',
    kind,
    abouts: about === null ? null : spell(about, context.abouts(kind)),
    since: within === null ? null : shiftDate(context.asOf, within, -1),
    until: context.asOf,
    minStrength,
    scopes: [...new Set([kind, ...spell(kind, context.scopes)])],
    coveredEverywhere: isCoveredEverywhere([kind], context.coveredEverywhere),
  };
}
