import type { Condition } from '../../base/expr/index.ts';
import { fitPaths } from './fit-paths.ts';
import type { Profile } from './types.ts';

/** A single condition of the page that a search has to answer, and where it stands. */
export interface PlacedCondition {
  readonly condition: Exclude<Condition, { op: 'all' }>;
  readonly path: string;
  readonly section: 'market' | 'fit' | 'timing' | 'anti';
}

/** Every condition that a search has to answer, combinations taken apart. */
export function placedConditions(profile: Profile): readonly PlacedCondition[] {
  const paths = fitPaths(profile.fit);
  return [
    ...profile.market.flatMap((condition, at) => parts(condition, `market[${at}]`, 'market')),
    ...profile.fit.flatMap(({ condition }, at) => parts(condition, paths[at]!, 'fit')),
    ...profile.timing.flatMap(({ condition }, at) => parts(condition, `timing[${at}]`, 'timing')),
    ...profile.anti.flatMap(({ condition }, at) => parts(condition, `anti[${at}]`, 'anti')),
  ];
}

function parts(
  condition: Condition,
  path: string,
  section: PlacedCondition['section'],
): readonly PlacedCondition[] {
  if (condition.op !== 'all') return [{ condition, path, section }];
  return condition.conditions.flatMap((part, at) => parts(part, `${path}.all[${at}]`, section));
}
