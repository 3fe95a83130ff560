/** What of the page stands in its address. */
export interface ProfileSearch {
  /** Whether the ten questions are asked. */
  readonly new?: true;
  /** Which page; left out, the one worked with. */
  readonly name?: string;
  /** An earlier version to read; left out, the newest. */
  readonly version?: number;
  /** Whether the versions are shown beside the page. */
  readonly history?: true;
}

/** Reads the address; what it does not know is left out. */
export function profileSearch(given: Record<string, unknown>): ProfileSearch {
  const version = Number(given.version);
  return {
    ...(given.new === true ? { new: true } : {}),
    ...(typeof given.name === 'string' ? { name: given.name } : {}),
    ...(Number.isInteger(version) && version > 0 ? { version } : {}),
    ...(given.history === true ? { history: true } : {}),
  };
}
