/** What of the page stands in its address. */
export type AccountsSearch = Record<string, never>;

/** Reads the address; what it does not know is left out. */
export function accountsSearch(_given: Record<string, unknown>): AccountsSearch {
  return {};
}
