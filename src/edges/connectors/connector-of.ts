import { csvConnector } from './csv/index.ts';
import { jsonConnector, jsonLinesConnector } from './json/index.ts';
import { parquetConnector } from './parquet/index.ts';
import type { FileConnector } from './types.ts';
import { xlsxConnector } from './xlsx/index.ts';

/** Every file connector there is; a new one is a folder and a line here. */
const connectors: readonly FileConnector[] = [
  csvConnector,
  xlsxConnector,
  parquetConnector,
  jsonConnector,
  jsonLinesConnector,
];

/** Endings of the archives that are opened, each holding files of the kinds below. */
const archives = ['.gz', '.zip'] as const;

/**
 * The connector that reads a file, by its ending; null when there is none.
 *
 * @example
 * connectorOf('exports/customers.csv')?.name; // 'csv'
 */
export function connectorOf(path: string): FileConnector | null {
  const name = path.toLowerCase();
  return connectors.find(({ extensions }) => extensions.some((end) => name.endsWith(end))) ?? null;
}

/** All endings that import reads, for messages. */
export function knownEndings(): string {
  return [...connectors.flatMap(({ extensions }) => extensions), ...archives].join(', ');
}
