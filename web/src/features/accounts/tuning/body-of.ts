import type { AccountList, ReviseListCardData } from '../../../api/generated/types.gen.ts';
import type { Tuning } from '../card/preview.ts';

/** A tuning as the API takes it: only what differs from the page. */
export function bodyOf(
  { lines, profile }: AccountList,
  { points, cuts }: Tuning,
): Omit<ReviseListCardData['body'], 'save' | 'why'> {
  return {
    profile: profile.name,
    version: profile.version,
    points: lines.fit.flatMap(({ id, points: before }, i) =>
      points[i] === undefined || points[i] === before ? [] : [{ line: id, points: points[i] }],
    ),
    tiers: cuts,
  };
}
