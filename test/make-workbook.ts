import { crc32, deflateRawSync } from 'node:zlib';

/** A ZIP archive of these parts, as bytes; deflated like those of every spreadsheet program. */
export function makeZip(parts: Readonly<Record<string, string | Buffer>>): Buffer {
  const local: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [name, content] of Object.entries(parts)) {
    const bytes = Buffer.from(content);
    const packed = deflateRawSync(bytes, { level: 9 });
    const sizes = Buffer.alloc(16);
    sizes.writeUInt32LE(crc32(bytes), 4);
    sizes.writeUInt32LE(packed.length, 8);
    sizes.writeUInt32LE(bytes.length, 12);
    const names = Buffer.alloc(4);
    names.writeUInt16LE(Buffer.byteLength(name));
    const common = Buffer.concat([Buffer.from([20, 0, 0, 8, 8, 0]), sizes, names]);
    const head = Buffer.concat([Buffer.from('PK\x03\x04'), common, Buffer.from(name), packed]);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(offset, 10);
    directory.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\x00'), common, place, Buffer.from(name)]));
    local.push(head);
    offset += head.length;
  }
  const entries = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06');
  end.writeUInt16LE(directory.length, 8);
  end.writeUInt16LE(directory.length, 10);
  end.writeUInt32LE(entries.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...local, entries, end]);
}

/** One sheet of a workbook made by hand. */
export interface HandMadeSheet {
  readonly name?: string;
  readonly state?: string;
  /** XML of the rows. */
  readonly rows: string;
  /** XML in front of and behind the rows. */
  readonly before?: string;
  readonly after?: string;
}

/** What a workbook made by hand holds besides its sheets. */
export interface HandMadeExtras {
  /** XML of the items of the shared texts. */
  readonly shared?: string;
  /** Number formats of the styles 1, 2, ...: the code, or the id of a built-in one. */
  readonly formats?: readonly (string | number)[];
  readonly from1904?: boolean;
  /** Parts to put in place of the usual ones. */
  readonly parts?: Readonly<Record<string, string | Buffer>>;
}

const declared = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packaged = 'http://schemas.openxmlformats.org/package/2006';

/** A workbook from the XML of its sheets, for what no library would write. */
export function handMadeWorkbook(sheets: readonly HandMadeSheet[], extras: HandMadeExtras = {}): Buffer {
  const { shared = '', formats = [], from1904 = false, parts = {} } = extras;
  const listed = sheets.map(({ name = 'Sheet1', state }, index) => {
    const shown = state === undefined ? '' : ` state="${state}"`;
    return `<sheet name="${name}" sheetId="${index + 1}"${shown} r:id="rId${index + 1}"/>`;
  });
  const relation = (id: string, type: string, target: string) =>
    `<Relationship Id="${id}" Type="${office}/${type}" Target="${target}"/>`;
  const relations = (of: readonly string[]) =>
    `${declared}<Relationships xmlns="${packaged}/relationships">${of.join('')}</Relationships>`;
  const sheetRelations = sheets.map((_, index) =>
    relation(`rId${index + 1}`, 'worksheet', `worksheets/sheet${index + 1}.xml`),
  );
  const sheetParts = sheets.map(({ rows, before = '', after = '' }, index) => [
    `xl/worksheets/sheet${index + 1}.xml`,
    `${declared}<worksheet ${main}>${before}<sheetData>${rows}</sheetData>${after}</worksheet>`,
  ]);
  return makeZip({
    '[Content_Types].xml': `${declared}<Types xmlns="${packaged}/content-types"/>`,
    '_rels/.rels': relations([relation('rId1', 'officeDocument', 'xl/workbook.xml')]),
    'xl/workbook.xml': `${declared}<workbook ${main} xmlns:r="${office}"><workbookPr date1904="${from1904 ? 1 : 0}"/><sheets>${listed.join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relations([
      ...sheetRelations,
      relation('rIdStyles', 'styles', '/xl/styles.xml'),
      relation('rIdTexts', 'sharedStrings', 'sharedStrings.xml'),
    ]),
    'xl/styles.xml': stylesOf(formats),
    'xl/sharedStrings.xml': `${declared}<sst ${main}>${shared}</sst>`,
    ...(Object.fromEntries(sheetParts) as Record<string, string>),
    ...parts,
  });
}

function stylesOf(formats: readonly (string | number)[]): string {
  const ids = formats.map((format, index) => (typeof format === 'number' ? format : 164 + index));
  const codes = formats.flatMap((format, index) =>
    typeof format === 'number'
      ? []
      : [`<numFmt numFmtId="${164 + index}" formatCode="${format.replaceAll('"', '&quot;')}"/>`],
  );
  const styles = [0, ...ids].map((id) => `<xf numFmtId="${id}"/>`);
  return `${declared}<styleSheet ${main}><numFmts>${codes.join('')}</numFmts><cellStyleXfs><xf numFmtId="9"/></cellStyleXfs><cellXfs>${styles.join('')}</cellXfs></styleSheet>`;
}

/** Rows of texts and numbers as XML, from row 1 and column A on; null leaves a cell out. */
export function rowsXml(rows: readonly (readonly (string | number | null)[])[]): string {
  const xml = rows.map((cells, row) => {
    const written = cells.map((cell, column) => {
      const reference = `${String.fromCharCode(65 + column)}${row + 1}`;
      if (cell === null) return '';
      return typeof cell === 'number'
        ? `<c r="${reference}"><v>${cell}</v></c>`
        : `<c r="${reference}" t="inlineStr"><is><t xml:space="preserve">${escaped(cell)}</t></is></c>`;
    });
    return `<row r="${row + 1}">${written.join('')}</row>`;
  });
  return xml.join('');
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
