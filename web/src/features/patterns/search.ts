/** What of the page stands in its address. */
export type PatternsSearch = Record<string, never>;

/** Reads the address; what it does not know is left out. */
export function patternsSearch(_given: Record<string, unknown>): PatternsSearch {
  return {};
}
