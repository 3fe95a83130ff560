import { type NumberKind, numberKind } from './number-format.ts';
import type { Archive } from './open-archive.ts';
import { readXml } from './read-xml.ts';
import { xmlAttribute } from './xml-attribute.ts';

/** The kind of number that each cell style shows, in the order in which cells name them. */
export async function readStyles(archive: Archive, part: string): Promise<readonly NumberKind[]> {
  const codes = new Map<number, string>();
  const ids: number[] = [];
  let inCells = false;
  await readXml(archive, part, {
    open: (name, attributes) => {
      if (name === 'cellXfs') inCells = true;
      const id = Number(xmlAttribute(attributes, 'numFmtId') ?? 0);
      if (name === 'numFmt') codes.set(id, xmlAttribute(attributes, 'formatCode') ?? '');
      if (name === 'xf' && inCells) ids.push(id);
    },
    close: (name) => {
      if (name === 'cellXfs') inCells = false;
    },
  });
  return ids.map((id) => numberKind(id, codes.get(id) ?? null));
}
