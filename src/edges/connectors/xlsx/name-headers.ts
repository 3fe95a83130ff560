import { BestfitError } from '../../../base/errors/index.ts';
import type { SheetTable } from './find-table.ts';

/** Names of all columns: one without a header reads `column 3`. Refuses two of one name, whatever their case. */
export function nameHeaders(file: string, { headers }: SheetTable): readonly string[] {
  const seen = new Set<string>();
  const twice = new Set<string>();
  for (const name of headers) {
    const folded = name.toLowerCase();
    if (name !== '' && seen.has(folded)) twice.add(name);
    seen.add(folded);
  }
  if (twice.size > 0) throw new BestfitError('input.duplicate-headers', { file, headers: [...twice] });
  return headers.map((name, index) => name || `column ${index + 1}`);
}
