import { BestfitError } from '../../../base/errors/index.ts';
import type { CsvDialect } from './find-dialect.ts';

/** Names of all columns: one without a header reads `column 3`. Refuses two of one name, whatever their case. */
export function nameColumns(path: string, { headers, options }: CsvDialect): readonly string[] {
  const all = options.names.map((_, index) => headers[index]?.trim() ?? '');
  const seen = new Map<string, number>();
  for (const name of all) seen.set(name.toLowerCase(), (seen.get(name.toLowerCase()) ?? 0) + 1);
  const twice = [...new Set(all.filter((name) => name !== '' && (seen.get(name.toLowerCase()) ?? 0) > 1))];
  if (twice.length > 0) throw new BestfitError('input.duplicate-headers', { file: path, headers: twice });
  return all.map((name, index) => name || `column ${index + 1}`);
}
