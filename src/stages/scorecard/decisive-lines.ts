import type { Truth } from '../../base/expr/index.ts';
import { fitRange } from './fit-range.ts';
import { tierOf } from './tier-of.ts';
import type { Card } from './types.ts';

/**
 * Indexes of the unknown fit lines on which the tier depends: those that alone would change it, else all that could
 * only together. Empty when the tier is settled.
 */
export function decisiveLines(
  card: Pick<Card, 'fit' | 'tiers'>,
  truths: readonly Truth[],
): readonly number[] {
  const { fit, fitMin, fitMax } = fitRange(card, truths);
  const tier = tierOf(fit, card.tiers);
  if (tierOf(fitMin, card.tiers) === tierOf(fitMax, card.tiers)) return [];
  const unknown = card.fit.flatMap(({ points }, i) => (truths[i] === null && points !== 0 ? [i] : []));
  const alone = unknown.filter((i) => tierOf(fit + card.fit[i]!.points, card.tiers) !== tier);
  return alone.length > 0 ? alone : unknown;
}
