import type { LabelOf } from '../../base/expr/index.ts';
import { profileChanges } from './profile-changes.ts';
import type { Profile } from './types.ts';

/**
 * What changed between two profiles, one sentence each; `profileChanges` gives the same by place.
 *
 * @example
 * diffProfiles(before, after);
 * // ['employees window widened from 20-80 to 20-120', 'points of industry is clinic 3 -> 2']
 */
export function diffProfiles(before: Profile, after: Profile, labelOf?: LabelOf): readonly string[] {
  return profileChanges(before, after, labelOf).map(({ words }) => words);
}
