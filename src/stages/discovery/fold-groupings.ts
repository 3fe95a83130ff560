import type { DoubtContext } from './find-doubts.ts';
import { ADDS } from './tell-apart.ts';
import type { CandidateField, Pattern } from './types.ts';
import { zWithin } from './within-strata.ts';

/**
 * Of a field and one that groups its values (countries and regions) only the stronger pattern is kept, for they tell of the
 * same trait twice, unless both are shown and each holds among customers alike in the other.
 *
 * @param patterns the strongest first
 */
export function foldGroupings(
  patterns: readonly Pattern[],
  fields: readonly CandidateField[],
  context: Pick<DoubtContext, 'traits' | 'scored'>,
): readonly Pattern[] {
  const grouped = new Map(fields.flatMap(({ id, groups }) => (groups === undefined ? [] : [[id, groups]])));
  const traitOf = ({ field }: Pattern) => grouped.get(field) ?? field;
  return patterns.filter((pattern, at) => {
    const twins = patterns
      .slice(0, at)
      .filter((other) => other.field !== pattern.field && traitOf(other) === traitOf(pattern));
    return twins.every((twin) => eachAdds(pattern, twin, context));
  });
}

function eachAdds(
  one: Pattern,
  other: Pattern,
  { traits, scored }: Pick<DoubtContext, 'traits' | 'scored'>,
): boolean {
  if (one.verdict === 'none' || other.verdict === 'none') return false;
  const [a, b] = [traits.get(one.id), traits.get(other.id)];
  if (a === undefined || b === undefined) return false;
  const given = zWithin(a.division, b.division, scored);
  return given >= ADDS && zWithin(b.division, a.division, scored) >= ADDS;
}
