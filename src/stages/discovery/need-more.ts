import { normalQuantile } from '../../base/stats/index.ts';
import { fieldZ } from './field-p.ts';

/** More than this many times the present records is "not in reach". */
const REACH = 20;

/**
 * How many further records would settle a pattern that is not supported yet: the present number grown until the
 * expected z meets the critical value of the whole search. If the pattern is real, about 3 in 4 are settled by then
 * (statistics.md, section 3). Null when not in reach.
 *
 * @param records free records now: customers, or accounts where their deals are clustered.
 */
export function needMore(
  search: { readonly z: number; readonly looks: number; readonly sides: 1 | 2; readonly error: number },
  size: { readonly records: number; readonly fields: number },
): number | null {
  const reached = fieldZ(search.z, search.looks, search.sides);
  const critical = -normalQuantile(0.025 / (size.fields * search.looks));
  const factor = ((critical * (1 + search.error ** 2)) / reached) ** 2 - 1;
  const more = Math.max(1, Math.ceil(size.records * factor));
  return reached > 0 && more <= REACH * size.records ? more : null;
}
