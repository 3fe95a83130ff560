import { HOLDS } from './combinations/index.ts';
import { placedField } from './placed-field.ts';
import { usableRows } from './sample.ts';
import type { DiscoveryInput, Pattern } from './types.ts';

/** Where the compared records stand to a trait: with or without it, by label; or it is not known. */
export interface PatternGroups {
  readonly bestWith: readonly number[];
  readonly bestWithout: readonly number[];
  readonly restWith: readonly number[];
  readonly restWithout: readonly number[];
  readonly unknown: readonly number[];
}

/**
 * Sorts every compared record into the one group of a pattern that it belongs to, as the search counted it. Null when
 * no field of the input could have given the pattern.
 *
 * @example
 * placeRecords(input, pattern)?.bestWith.length; // pattern.best.n
 */
export function placeRecords(input: DiscoveryInput, pattern: Pattern): PatternGroups | null {
  const placed = placedField(input.fields, pattern);
  if (placed === null) return null;
  const groups = {
    bestWith: [] as number[],
    bestWithout: [] as number[],
    restWith: [] as number[],
    restWithout: [] as number[],
    unknown: [] as number[],
  };
  for (const record of usableRows(input)) {
    const level = placed.codes[record]!;
    const has = level === HOLDS;
    const ofBest = has ? groups.bestWith : groups.bestWithout;
    const ofRest = has ? groups.restWith : groups.restWithout;
    (level < 0 ? groups.unknown : input.label[record] === 1 ? ofBest : ofRest).push(record);
  }
  return groups;
}

/** Whether groups are the ones that a pattern was counted from. */
export function areGroupsOf({ best, rest, unknown }: Pattern, groups: PatternGroups): boolean {
  const [bestWith, bestWithout] = [groups.bestWith.length, groups.bestWithout.length];
  const [restWith, restWithout] = [groups.restWith.length, groups.restWithout.length];
  return (
    best.n === bestWith &&
    best.of === bestWith + bestWithout &&
    rest.n === restWith &&
    rest.of === restWith + restWithout &&
    unknown === groups.unknown.length
  );
}
