/** What of the page stands in its address. */
export interface CustomersSearch {
  /** The customer whose facts are open. */
  readonly customer?: string | undefined;
  /** Only the customers who started last. */
  readonly last?: number | undefined;
  /** Weights that are tried and not kept: `tenure:0,satisfaction:3`. */
  readonly weights?: string | undefined;
}

/** Reads the address; what it does not know is left out. */
export function customersSearch(given: Record<string, unknown>): CustomersSearch {
  const last = Number(given.last);
  return {
    ...(typeof given.customer === 'string' || typeof given.customer === 'number'
      ? { customer: String(given.customer) }
      : {}),
    ...(Number.isInteger(last) && last > 0 ? { last } : {}),
    ...(typeof given.weights === 'string' && given.weights !== '' ? { weights: given.weights } : {}),
  };
}
