import { BestfitError } from '../../../base/errors/index.ts';
import type { CsvOptions, Engine } from '../../../base/sql/index.ts';
import { recordWidths } from './record-widths.ts';

/** How a file is written. */
export interface CsvDialect {
  readonly options: CsvOptions;
  /** Headers as they stand in the file; empty when its first line is data. */
  readonly headers: readonly string[];
}

const CANDIDATES = [',', ';', '\t', '|', ':', '^', '~'] as const;

/**
 * The engine's sniffer says how the file is written. Where it sees a single column whose header holds another
 * delimiter, the delimiter is the one that splits the header and most rows alike; when the user named the wrong
 * one, the file is refused.
 */
export async function findDialect(
  engine: Engine,
  path: string,
  delimiter: string | null,
): Promise<CsvDialect> {
  const found = await engine.sniffCsv(path, { delimiter });
  if (found.options.names.length > 1) return found;
  const better = await findSplit(engine, path, found);
  if (better === null) return found;
  if (delimiter === null) return better;
  throw new BestfitError('input.wrong-delimiter', {
    file: path,
    delimiter,
    found: better.options.delimiter === '\t' ? 'tab' : better.options.delimiter,
    header: found.headers[0] ?? '',
  });
}

async function findSplit(engine: Engine, path: string, found: CsvDialect): Promise<CsvDialect | null> {
  for (const delimiter of CANDIDATES) {
    if (delimiter === found.options.delimiter || !found.headers[0]?.includes(delimiter)) continue;
    const split = await engine.sniffCsv(path, { delimiter });
    const columns = split.options.names.length;
    const widths = await recordWidths(path, split.options, split.options.skip);
    const alike = widths.filter((width) => width === columns).length;
    if (columns > 1 && alike * 2 >= widths.length) return split;
  }
  return null;
}
