import { columnOf } from './cell-reference.ts';
import type { Archive } from './open-archive.ts';
import { readXml } from './read-xml.ts';
import { xmlAttribute } from './xml-attribute.ts';

/** Cells merged into one; rows are 1-based as in the sheet, columns 0-based. */
export interface MergedRange {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

/** Merged cells that start in the first `rows` rows of a sheet: they stand behind all its rows in the file. */
export async function readMerges(
  archive: Archive,
  part: string,
  rows: number,
): Promise<readonly MergedRange[]> {
  const ranges: MergedRange[] = [];
  await readXml(archive, part, {
    open: (name, attributes) => {
      if (name !== 'mergeCell') return;
      const [from = '', to = from] = (xmlAttribute(attributes, 'ref') ?? '').split(':');
      const top = rowOf(from);
      if (top > rows) return;
      ranges.push({ top, bottom: rowOf(to), left: columnOf(from), right: columnOf(to) });
    },
  });
  return ranges;
}

function rowOf(reference: string): number {
  return Number(reference.replace(/^[A-Z]+/, ''));
}
