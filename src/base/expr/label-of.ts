/** Gives the words for a field's column name. */
export type LabelOf = (field: string) => string;

/** The column name with spaces: what a field is called when the catalog gives no label. */
export function plainLabel(field: string): string {
  return field.replaceAll('_', ' ');
}
