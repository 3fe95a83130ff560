/** What of the page stands in its address. */
export interface ProfileSearch {
  /** Whether the ten questions are asked. */
  readonly new?: true;
}

/** Reads the address; what it does not know is left out. */
export function profileSearch(given: Record<string, unknown>): ProfileSearch {
  return given.new === true ? { new: true } : {};
}
