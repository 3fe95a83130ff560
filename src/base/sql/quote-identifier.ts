/** Quotes one identifier as standard SQL does; whatever it contains, it stays one name. */
export function quoteIdentifier(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}
