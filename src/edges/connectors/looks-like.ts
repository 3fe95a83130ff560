const MAGIC: readonly (readonly [readonly number[], string])[] = [
  [[0x50, 0x4b, 0x03, 0x04], 'an Excel workbook (.xlsx) or another ZIP archive'],
  [[0xd0, 0xcf, 0x11, 0xe0], 'an old Excel workbook (.xls)'],
  [[0x50, 0x41, 0x52, 0x31], 'a Parquet file'],
  [[0x1f, 0x8b], 'a gzip archive'],
  [[0x25, 0x50, 0x44, 0x46, 0x2d], 'a PDF'],
  [[0xff, 0xfe, 0, 0], 'text in UTF-32'],
  [[0, 0, 0xfe, 0xff], 'text in UTF-32'],
  [[0xff, 0xfe], 'text in UTF-16 ("Unicode text" in Excel)'],
  [[0xfe, 0xff], 'text in UTF-16 ("Unicode text" in Excel)'],
  [[0x53, 0x51, 0x4c, 0x69, 0x74, 0x65, 0x20, 0x66], 'an SQLite database'],
];

/** What the first bytes of a file say that it is, when it is no plain text; null when they say nothing. */
export function looksLike(start: Uint8Array): string | null {
  return MAGIC.find(([bytes]) => bytes.every((byte, index) => start[index] === byte))?.[1] ?? null;
}
