import type { ValuedCustomers } from './types.ts';

/** Places by value of the ranked customers, in their order: 1 is the best, ties share the smaller place. */
export function valueRanks({
  ranked,
  values,
}: Pick<ValuedCustomers, 'ranked' | 'values'>): readonly number[] {
  let rank = 0;
  return ranked.map((row, place) => {
    if (place === 0 || values[row] !== values[ranked[place - 1]!]) rank = place + 1;
    return rank;
  });
}
