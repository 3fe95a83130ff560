import { logOddsRatio, normalQuantile } from '../../base/stats/index.ts';
import type { Pattern } from './types.ts';

/** Half of the 5%: once anything is declared, beliefs and the search share it. */
const FAMILY = 0.025;
/**
 * Part of the luck of having been chosen that is taken out, as a share of what `needMore` takes out. Later records are
 * not chosen, so that the whole of it would ask for too many: of real traits of 75% against 30% .97 were settled.
 */
const LUCK = 0.75;
/** More than this many times the present records is "not in reach". */
const REACH = 20;

/**
 * How many later records alone would settle a pattern that is declared now: its z of today, with its own looks and
 * the luck of having been chosen taken out, against the critical value of a family of beliefs in place of the whole
 * search. If the pattern is real, about 3 in 4 are settled by then (bench/discovery-small.ts). Null when not in reach.
 *
 * @param size.records free records now: customers, or accounts where their deals are clustered.
 * @param size.beliefs beliefs that share the family, this one included.
 */
export function needLater(
  { pField, best, rest }: Pick<Pattern, 'pField' | 'best' | 'rest'>,
  size: { readonly records: number; readonly beliefs: number },
): number | null {
  if (pField >= 1) return null;
  const reached = -normalQuantile(Math.max(pField, 1e-300) / 2);
  const critical = -normalQuantile(FAMILY / 2 / size.beliefs);
  const { error } = logOddsRatio(best.n, rest.n, best.of - best.n, rest.of - rest.n);
  const later = Math.ceil(size.records * ((critical * (1 + LUCK * error ** 2)) / reached) ** 2);
  return later <= REACH * size.records ? later : null;
}
