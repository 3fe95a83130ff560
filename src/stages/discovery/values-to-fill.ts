/**
 * How many of the records that are unknown to a pattern would settle it, were they filled in and like the known ones:
 * the known must grow as the whole would have to by `needMore`. Null when there are not so many unknown.
 *
 * @param size.records all that were compared.
 */
export function valuesToFill(
  { unknown, needMore }: { readonly unknown: number; readonly needMore: number | null },
  size: { readonly records: number },
): number | null {
  if (needMore === null || unknown === 0) return null;
  const known = size.records - unknown;
  const needed = Math.ceil((known * needMore) / size.records);
  return needed <= unknown ? needed : null;
}
