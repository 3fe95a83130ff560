import type { TableShape } from '../../edges/connectors/index.ts';

/** The column that holds what stands under a header. */
export function stagedColumn(
  { headers, columns }: Pick<TableShape, 'headers' | 'columns'>,
  header: string,
): string {
  return columns[headers.indexOf(header)] ?? '';
}
