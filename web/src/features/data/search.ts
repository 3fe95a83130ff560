/** What of the page stands in its address. */
export type DataSearch = Record<string, never>;

/** Reads the address; what it does not know is left out. */
export function dataSearch(_given: Record<string, unknown>): DataSearch {
  return {};
}
