import { BestfitError } from '../../../base/errors/index.ts';
import type { CsvShape } from './csv-shape.ts';
import { scanRecords } from './scan-records.ts';

/** Refuses a file whose header is not UTF-8: its columns would have no names. */
export async function refuseBrokenHeader({ path, options }: CsvShape): Promise<void> {
  await scanRecords(path, options, ({ line, blank, brokenText }) => {
    if (brokenText && line <= options.skip + 1)
      throw new BestfitError('input.broken-header', { file: path, line });
    return blank || line <= options.skip;
  });
}
