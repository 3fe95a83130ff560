import type { DoubtContext } from './find-doubts.ts';
import { ADDS } from './tell-apart.ts';
import type { CandidateField, Pattern } from './types.ts';
import { zWithin } from './within-strata.ts';

/**
 * Of a field and one that groups its values (countries and regions) only the stronger pattern is kept, for they tell of the
 * same trait twice. The other stays where it carries its verdict among customers alike in the stronger one, too: both
 * fields offer many groups of values, so that some difference is always left.
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
    return twins.every((twin) => standsBeside(pattern, twin, context));
  });
}

function standsBeside(
  pattern: Pattern,
  stronger: Pattern,
  { traits, scored }: Pick<DoubtContext, 'traits' | 'scored'>,
): boolean {
  const [own, other] = [traits.get(pattern.id), traits.get(stronger.id)];
  if (pattern.verdict === 'none' || own === undefined || other === undefined) return false;
  return zWithin(own.division, other.division, scored) >= Math.max(ADDS, own.needed);
}
