import { BestfitError } from '../../base/errors/index.ts';
import { csvConnector } from './csv/index.ts';
import { parquetConnector } from './parquet/index.ts';
import type { FileConnector } from './types.ts';

/** Every file connector there is; a new one is a folder and a line here. */
const connectors: readonly FileConnector[] = [csvConnector, parquetConnector];

/**
 * The connector that reads a file, by its extension.
 *
 * @example
 * connectorFor('exports/customers.csv').name; // 'csv'
 */
export function connectorFor(path: string): FileConnector {
  const name = path.toLowerCase();
  const found = connectors.find((connector) => connector.extensions.some((end) => name.endsWith(end)));
  if (found) return found;
  const known = connectors.flatMap((connector) => connector.extensions).join(', ');
  throw new BestfitError('input.unknown-format', { file: path, known });
}
