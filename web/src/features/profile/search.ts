/** What of the page stands in its address. */
export type ProfileSearch = Record<string, never>;

/** Reads the address; what it does not know is left out. */
export function profileSearch(_given: Record<string, unknown>): ProfileSearch {
  return {};
}
