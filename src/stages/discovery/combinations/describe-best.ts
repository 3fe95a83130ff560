import type { SearchPlan } from '../round.ts';
import type { Sample } from '../sample.ts';
import { packRows, type SubgroupResult, type SubgroupTarget, searchSubgroups } from '../subgroups/index.ts';
import type { CombinationQuality } from '../types.ts';
import { addsTo } from './adds-to.ts';
import type { Part } from './part.ts';

/** Sets of parts that describe the best, and whether a better one is ruled out. */
export interface Descriptions {
  readonly method: SubgroupResult['method'];
  readonly sets: readonly (readonly Part[])[];
}

const KEPT = 3;
/** Of so many of the best, those are told in which every condition raises the share of best by three points. */
const RANKED = 50;
const WORTH = 0.03;
const BUDGET = 1_000_000;
const MIN_SHARE = 0.03;
const MIN_RECORDS = 3;
const SIZE_POWERS: Readonly<Record<CombinationQuality, number>> = { wracc: 1, lift: 0.5, value: 1 };

/**
 * The combinations of supported parts that describe the best most by the quality chosen: the true optimum
 * over all of them, as long as the search says `exact`. That a combination describes the best does not say that all of it is needed.
 */
export function describeBest(
  sample: Sample,
  standing: readonly Part[],
  { depth, quality }: Pick<SearchPlan, 'depth' | 'quality'>,
): Descriptions {
  const parts = standing.filter(({ supported }) => supported);
  if (parts.length < 2) return { method: 'exact', sets: [] };
  const { top, method } = searchSubgroups({
    target: targetOf(sample, quality),
    selectors: parts.map(({ field, levels }) => {
      const { codes } = sample.fields[field]!;
      const inside = new Set(levels);
      return {
        field: String(field),
        rows: packRows(sample.size, (i) => inside.has(codes[i]!)),
        known: packRows(sample.size, (i) => codes[i]! >= 0),
      };
    }),
    depth,
    keep: RANKED,
    sizePower: SIZE_POWERS[quality],
    leastCover: Math.max(MIN_RECORDS, Math.ceil(MIN_SHARE * sample.size)),
    sameField: false,
    folded: true,
    budget: BUDGET,
  });
  const sets = top.map(({ selectors }) => selectors.map((s) => parts[s]!));
  const telling = sets.filter((set) => set.length > 1 && addsTo(sample, set) >= WORTH);
  return { method, sets: telling.slice(0, KEPT) };
}

function targetOf({ label, value }: Sample, quality: CombinationQuality): SubgroupTarget {
  return quality === 'value' && value !== null ? { kind: 'value', values: value } : { kind: 'label', label };
}
