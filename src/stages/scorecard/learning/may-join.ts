import { missingLayers, type Search } from './search.ts';

/**
 * Whether a column may join the support: it is not there, may have points, its field is not taken, and it leaves room
 * for the layers that are demanded.
 */
export function mayJoin(search: Search, support: readonly number[], column: number): boolean {
  const { low, high } = search.limits[column]!;
  if ((low === 0 && high === 0) || support.includes(column)) return false;
  const { fields } = search;
  if (fields !== null && support.some((taken) => fields[taken] === fields[column])) return false;
  const joined = [...support, column];
  const missing = missingLayers(search, joined).length;
  return missing === 0 || joined.length + missing <= search.most;
}
