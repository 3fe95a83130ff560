import { crc32, deflateRawSync } from 'node:zlib';

/** A file of a ZIP archive for tests. */
export interface ZipFile {
  readonly name: string;
  readonly content: string | Uint8Array;
  /** Marks it as protected with a password. */
  readonly encrypted?: boolean;
  /** Size to declare in place of the true one. */
  readonly declared?: number;
}

/** A ZIP archive as the format's specification has it, with what a careful archiver would never write. */
export function zipOf(files: readonly ZipFile[]): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const file of files) {
    const name = Buffer.from(file.name);
    const content = Buffer.from(file.content);
    const packed = deflateRawSync(content);
    const about = fieldsOf(file, { content, packed, name });
    const local = Buffer.concat([Buffer.from('PK\u0003\u0004'), about, name, packed]);
    const central = Buffer.alloc(14);
    central.writeUInt32LE(offset, 10);
    directory.push(Buffer.concat([Buffer.from('PK\u0001\u0002\u0014\u0000'), about, central, name]));
    parts.push(local);
    offset += local.length;
  }
  const end = Buffer.alloc(22);
  end.write('PK\u0005\u0006');
  end.writeUInt16LE(files.length, 8);
  end.writeUInt16LE(files.length, 10);
  end.writeUInt32LE(Buffer.concat(directory).length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...parts, ...directory, end]);
}

/** The 26 bytes that the local header and the directory share: version to extra field length. */
function fieldsOf(
  { encrypted = false, declared }: ZipFile,
  { content, packed, name }: { readonly content: Buffer; readonly packed: Buffer; readonly name: Buffer },
): Buffer {
  const fields = Buffer.alloc(26);
  fields.writeUInt16LE(20, 0);
  fields.writeUInt16LE(encrypted ? 0x801 : 0x800, 2);
  fields.writeUInt16LE(8, 4);
  fields.writeUInt32LE(crc32(content), 10);
  fields.writeUInt32LE(packed.length, 14);
  fields.writeUInt32LE(declared ?? content.length, 18);
  fields.writeUInt16LE(name.length, 22);
  return fields;
}
