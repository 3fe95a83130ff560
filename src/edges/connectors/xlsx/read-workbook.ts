import { posix } from 'node:path';
import { BestfitError } from '../../../base/errors/index.ts';
import type { NumberKind } from './number-format.ts';
import type { Archive } from './open-archive.ts';
import { readStyles } from './read-styles.ts';
import { readXml } from './read-xml.ts';
import { xmlAttribute } from './xml-attribute.ts';

/** One sheet of cells; sheets of charts and macros are none. */
export interface Sheet {
  readonly name: string;
  readonly hidden: boolean;
  /** Name of its part in the archive. */
  readonly part: string;
}

/** What a workbook says of itself. */
export interface Workbook {
  readonly archive: Archive;
  readonly sheets: readonly Sheet[];
  /** Days are counted from 1904, as old Macs did. */
  readonly from1904: boolean;
  /** Kind of number by the number of a cell's style. */
  readonly styles: readonly NumberKind[];
  /** Name of the part with the texts that cells share; null when there is none. */
  readonly sharedTexts: string | null;
}

interface Relation {
  readonly type: string;
  readonly part: string;
}

/** Reads the directory of sheets and the number formats; refuses a ZIP archive that is no workbook. */
export async function readWorkbook(archive: Archive): Promise<Workbook> {
  refuseOtherArchives(archive);
  const top = [...(await readRelations(archive, '')).values()];
  const main = top.find(({ type }) => type === 'officeDocument')?.part ?? 'xl/workbook.xml';
  const relations = await readRelations(archive, main);
  const { listed, from1904 } = await readSheetList(archive, main);
  const partOf = (type: string) => [...relations.values()].find((each) => each.type === type)?.part ?? null;
  const styles = partOf('styles');
  return {
    archive,
    sheets: listed.flatMap(({ name, hidden, id }) => {
      const relation = relations.get(id);
      return relation?.type === 'worksheet' ? [{ name, hidden, part: relation.part }] : [];
    }),
    from1904,
    styles: styles === null || !archive.has(styles) ? [] : await readStyles(archive, styles),
    sharedTexts: partOf('sharedStrings'),
  };
}

const others: readonly (readonly [string, string])[] = [
  ['xl/workbook.bin', 'a binary workbook (.xlsb)'],
  ['word/document.xml', 'a Word document'],
  ['ppt/presentation.xml', 'a PowerPoint presentation'],
  ['content.xml', 'an OpenDocument file'],
  ['index/document.iwa', 'an Apple Numbers or Pages file'],
];

function refuseOtherArchives({ file, has }: Archive): void {
  const looksLike = others.find(([part]) => has(part))?.[1];
  if (looksLike !== undefined) throw new BestfitError('input.not-a-workbook', { file, looksLike });
  if (!has('[Content_Types].xml')) {
    throw new BestfitError('input.not-a-workbook', { file, looksLike: 'another ZIP archive' });
  }
}

/** Relations of a part by id; types are the last word of their address, the same in both dialects of the format. */
async function readRelations(archive: Archive, of: string): Promise<ReadonlyMap<string, Relation>> {
  const folder = posix.dirname(of);
  const part = posix.join(folder, '_rels', `${posix.basename(of)}.rels`);
  const relations = new Map<string, Relation>();
  if (!archive.has(part)) return relations;
  await readXml(archive, part, {
    open: (name, attributes) => {
      const target = xmlAttribute(attributes, 'Target');
      if (name !== 'Relationship' || target === null) return;
      const type = xmlAttribute(attributes, 'Type')?.split('/').at(-1) ?? '';
      const path = target.startsWith('/') ? target.slice(1) : posix.join(folder, target);
      relations.set(xmlAttribute(attributes, 'Id') ?? '', { type, part: path });
    },
  });
  return relations;
}

async function readSheetList(archive: Archive, main: string) {
  const listed: { readonly name: string; readonly hidden: boolean; readonly id: string }[] = [];
  let from1904 = false;
  await readXml(archive, main, {
    open: (tag, attributes) => {
      if (tag === 'workbookPr') from1904 = /^(1|true)$/.test(xmlAttribute(attributes, 'date1904') ?? '');
      if (tag !== 'sheet') return;
      const state = xmlAttribute(attributes, 'state');
      const name = xmlAttribute(attributes, 'name') ?? '';
      listed.push({
        name,
        hidden: state !== null && state !== 'visible',
        id: xmlAttribute(attributes, 'id') ?? '',
      });
    },
  });
  return { listed, from1904 };
}
