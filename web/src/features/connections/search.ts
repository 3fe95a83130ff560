/** The parts of a connection, one at a time. */
export const connectionParts = ['sync', 'stages', 'fields', 'write', 'schedule'] as const;

/** One part of a connection. */
export type ConnectionPart = (typeof connectionParts)[number];

/** What of the page stands in its address. */
export interface ConnectionsSearch {
  /** The connection that is shown; the first when left out. */
  readonly name?: string;
  readonly part?: ConnectionPart;
  /** The CRM that is being connected; empty: none is chosen yet. */
  readonly add?: string;
}

/** Reads the address; what it does not know is left out. */
export function connectionsSearch(given: Record<string, unknown>): ConnectionsSearch {
  const part = connectionParts.find((each) => each === given.part);
  return {
    ...(typeof given.name === 'string' ? { name: given.name } : {}),
    ...(part === undefined ? {} : { part }),
    ...(typeof given.add === 'string' ? { add: given.add } : {}),
  };
}
