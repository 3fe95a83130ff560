import { type Groups, groupBy, splitGroups } from './groups.ts';
import type { FoldedRecords } from './types.ts';

/** The groups that columns make, in the order of the columns. */
export type Grouping = (support: readonly number[]) => Groups;

/** Most groupings kept, and the records that all kept may hold together. */
const KEPT = 64;
const HELD = 1 << 21;

/** Groups records by columns and keeps the latest groupings: a search asks for the same and their neighbours again. */
export function createGrouping(records: FoldedRecords): Grouping {
  const most = Math.max(2, Math.min(KEPT, Math.floor(HELD / Math.max(records.size, 1))));
  const kept = new Map<string, Groups>();
  const grouping: Grouping = (support) => {
    const name = support.join();
    const known = kept.get(name);
    const groups = known ?? make(support);
    kept.delete(name);
    kept.set(name, groups);
    if (kept.size > most) kept.delete(kept.keys().next().value!);
    return groups;
  };
  const make: Grouping = (support) =>
    support.length === 0
      ? groupBy(records, [])
      : splitGroups(records, grouping(support.slice(0, -1)), support.at(-1)!);
  return grouping;
}
