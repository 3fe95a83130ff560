/**
 * A list with the item at a place replaced, or taken out where `item` is null; a place behind the last adds it.
 *
 * @example
 * replaceAt(['a', 'b'], 1, null); // ['a']
 */
export function replaceAt<T>(list: readonly T[], at: number, item: T | null): T[] {
  if (item === null) return list.filter((_, place) => place !== at);
  return at >= list.length ? [...list, item] : list.map((each, place) => (place === at ? item : each));
}
