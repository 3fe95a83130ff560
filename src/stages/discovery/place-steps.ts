import { type Condition, foldText } from '../../base/expr/index.ts';
import { countLevels } from './count-levels.ts';
import type { GroupStep } from './group-steps.ts';
import type { CandidateField } from './types.ts';

/** Share of the records of a value that must lie in one value of the other field for the one to be a part of the other. */
const NESTED = 0.9;

/**
 * From countries to the regions of the data's own, where one divides or gathers the other: regions within the countries of
 * a group narrow it to the one with the highest share of best, regions of several countries widen it to those that the
 * countries lie in. None where neither is a part of the other.
 *
 * @param label of each record: 1 is best
 */
export function placeSteps(
  fields: { readonly country: CandidateField; readonly region: CandidateField },
  condition: Condition,
  label: Uint8Array,
): readonly GroupStep[] {
  const { country, region } = fields;
  if (condition.op !== 'any') return [];
  const named = new Set(condition.values.map((value) => foldText(String(value))));
  const isIn = (level: number) => named.has(foldText(country.levels[level]?.label ?? ''));
  const countryOf = partsOf(region, country);
  const regionOf = partsOf(country, region);
  if ((countryOf === null) === (regionOf === null)) return [];
  if (regionOf !== null) {
    const around = [...regionOf].flatMap(([own, whole]) => (isIn(own) ? [whole] : []));
    return around.length === 0
      ? []
      : [{ change: 'wider-region', condition: region.condition([...new Set(around)]), moved: null }];
  }
  const within = countLevels(region, label).filter(({ level }) => isIn(countryOf!.get(level) ?? -1));
  const [first, ...others] = within.toSorted((a, b) => b.best / b.of - a.best / a.of || b.of - a.of);
  return first === undefined || others.length === 0
    ? []
    : [{ change: 'narrower-region', condition: region.condition([first.level]), moved: null }];
}

/** The value of the other field that each value lies in; null where some value lies in several. */
function partsOf(part: CandidateField, whole: CandidateField): ReadonlyMap<number, number> | null {
  const found = new Map<number, number>();
  for (const [level, { nameable }] of part.levels.entries()) {
    if (!nameable) continue;
    const counts = new Map<number, number>();
    part.codes.forEach((own, i) => {
      const other = whole.codes[i]!;
      if (own === level && other >= 0) counts.set(other, (counts.get(other) ?? 0) + 1);
    });
    const known = [...counts.values()].reduce((sum, n) => sum + n, 0);
    const [most] = [...counts].toSorted(([, a], [, b]) => b - a);
    if (most === undefined) continue;
    if (most[1] < NESTED * known || whole.levels[most[0]]?.nameable !== true) return null;
    found.set(level, most[0]);
  }
  return found.size === 0 ? null : found;
}
