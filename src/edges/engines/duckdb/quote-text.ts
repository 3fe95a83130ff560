/** A text literal, for the few places of DuckDB's grammar that take no parameter. */
export function quoteText(value: string): string {
  return `'${value.replaceAll("'", "''")}'`;
}
