const block = 512;
const plainLimit = 8 ** 11;

/** What a header of a tar archive says. */
export interface TarHeader {
  readonly name: string;
  readonly bytes: number;
}

/**
 * The header of one plain file, in the form that every tar reads (ustar; sizes from 8 GiB on as GNU tar writes them).
 * Names have at most 100 letters.
 */
export function writeTarHeader({ name, bytes }: TarHeader): Buffer {
  const header = Buffer.alloc(block);
  header.write(name, 0, 100, 'utf8');
  header.write('0000600\0', 100);
  header.write('0000000\0', 108);
  header.write('0000000\0', 116);
  writeSize(header, bytes);
  header.write('00000000000\0', 136);
  header.write('        ', 148);
  header.write('0', 156);
  header.write('ustar\0', 257);
  header.write('00', 263);
  header.write(`${octal(sumOf(header), 6)}\0 `, 148);
  return header;
}

/** Reads a header; null where it is none, or that of something else than a plain file. */
export function readTarHeader(header: Buffer): TarHeader | null {
  const sum = Number.parseInt(header.toString('latin1', 148, 156), 8);
  const kind = header.toString('latin1', 156, 157);
  const plain = Buffer.from(header);
  plain.write('        ', 148);
  if (sum !== sumOf(plain) || kind !== '0') return null;
  const name = header.toString('utf8', 0, 100).replace(/\0.*$/s, '');
  return { name, bytes: readSize(header) };
}

/** How many bytes of nothing follow a file, so that the next header begins a block. */
export function tarPadding(bytes: number): number {
  return (block - (bytes % block)) % block;
}

function writeSize(header: Buffer, bytes: number): void {
  if (bytes < plainLimit) {
    header.write(`${octal(bytes, 11)}\0`, 124);
    return;
  }
  header[124] = 0x80;
  header.writeBigUInt64BE(BigInt(bytes), 128);
}

function readSize(header: Buffer): number {
  return header[124] === 0x80
    ? Number(header.readBigUInt64BE(128))
    : Number.parseInt(header.toString('latin1', 124, 135), 8);
}

function octal(value: number, digits: number): string {
  return value.toString(8).padStart(digits, '0');
}

function sumOf(header: Buffer): number {
  return header.reduce((total, byte) => total + byte, 0);
}
