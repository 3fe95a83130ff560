import type { Truth } from '../../base/expr/index.ts';
import type { Outcome } from '../../base/sql/index.ts';
import { encodeOutcomes, outcomeWeights } from './outcome-code.ts';
import type { PackedLine, PackedWorth } from './packed-sums.ts';
import type { Card } from './types.ts';

type Part = 'market' | 'fit' | 'anti' | 'timing';
type Lines = Pick<Card, Part>;

/**
 * What the lines of a card add up to: `fit` (see `fitOffset`), `above`, `below`, `out` (market lines that fail), `hit`
 * (anti lines that hold), `known` (timing lines of which something is known) and the outcome codes of the parts asked for.
 *
 * @param outcomes those of market, fit, anti and timing, in this order
 */
export function packedLines(
  card: Lines,
  outcomes: readonly Outcome[],
  codes: 'all' | 'fit' | 'none',
): readonly PackedLine[] {
  const lines: readonly (readonly [Part, number])[] = (['market', 'fit', 'anti', 'timing'] as const).flatMap(
    (part) => card[part].map((_, i) => [part, i] as const),
  );
  return lines.map(([part, i], at) => {
    const code = codes === 'all' || codes === part ? { [`${part}_code`]: digitOf(i) } : {};
    return { outcome: outcomes[at]!, adds: { ...addsOf(card, part, i), ...code } };
  });
}

/** What has to be taken off the packed fit: negative points are packed as points lost where the line does not hold. */
export function fitOffset({ fit }: Pick<Card, 'fit'>): number {
  return fit.reduce((sum, { points }) => sum + Math.max(0 - points, 0), 0);
}

function addsOf(card: Lines, part: Part, i: number): PackedLine['adds'] {
  if (part === 'market') return { out: when((truth) => truth === false) };
  if (part === 'anti') return { hit: when((truth) => truth === true) };
  if (part === 'timing') return { known: when((truth) => truth !== null) };
  const { points } = card.fit[i]!;
  const size = Math.abs(points);
  const unknown = when((truth) => truth === null, size);
  return points < 0
    ? { fit: when((truth) => truth !== true, size), below: unknown }
    : { fit: when((truth) => truth === true, size), above: unknown };
}

function when(adds: (truth: Truth) => boolean, points = 1): PackedWorth {
  return { worth: (truth) => (adds(truth) ? points : 0), scale: 1 };
}

/** See `encodeOutcomes`. */
function digitOf(i: number): PackedWorth {
  return { worth: (truth) => encodeOutcomes([truth]), scale: outcomeWeights(i + 1)[i]! };
}
