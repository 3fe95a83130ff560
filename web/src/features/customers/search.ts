/** What of the page stands in its address. */
export type CustomersSearch = Record<string, never>;

/** Reads the address; what it does not know is left out. */
export function customersSearch(_given: Record<string, unknown>): CustomersSearch {
  return {};
}
