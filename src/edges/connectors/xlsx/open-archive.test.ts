import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeZip } from '../../../../test/make-workbook.ts';
import { openArchive } from './open-archive.ts';

const limits = { free: 10_000, ratio: 20, most: 50_000 };
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bestfit-archive-'));
});

afterAll(() => rm(folder, { recursive: true }));

async function sizeOf(bytes: Buffer): Promise<number> {
  const path = join(folder, 'a.zip');
  await writeFile(path, bytes);
  const archive = await openArchive(path, limits);
  let size = 0;
  try {
    await archive.read('PART', (chunk) => {
      size += chunk.length;
      return true;
    });
    return size;
  } finally {
    archive.close();
  }
}

const noise = (bytes: number) => Buffer.from(Array.from({ length: bytes }, (_, at) => (at * at * 31) % 251));

describe('a part of an archive', () => {
  it('is read under its name in any case', async () => {
    expect(await sizeOf(makeZip({ part: 'abc' }))).toBe(3);
  });

  it('may be repetitive as long as it is small', async () => {
    expect(await sizeOf(makeZip({ part: Buffer.alloc(10_000) }))).toBe(10_000);
  });

  it('is refused when it unpacks to far more than it takes, or to too much', async () => {
    const refused = { code: 'input.workbook-too-large', params: { part: 'part' } };
    await expect(sizeOf(makeZip({ part: Buffer.alloc(10_001) }))).rejects.toMatchObject(refused);
    await expect(sizeOf(makeZip({ part: noise(60_000) }))).rejects.toMatchObject(refused);
  });

  it('is counted as it comes, whatever size the archive claims', async () => {
    const zip = makeZip({ part: Buffer.alloc(10_001) });
    const directory = zip.lastIndexOf('PK\x01\x02', undefined, 'latin1');
    zip.writeUInt32LE(5, directory + 24);
    await expect(sizeOf(zip)).rejects.toMatchObject({
      code: expect.stringMatching(/^input\.(workbook-too-large|workbook-damaged)$/),
    });
  });

  it('with a password of its own is refused', async () => {
    const zip = makeZip({ part: 'abc' });
    zip.writeUInt16LE(0x0801, zip.lastIndexOf('PK\x01\x02', undefined, 'latin1') + 8);
    await expect(sizeOf(zip)).rejects.toMatchObject({ code: 'input.password' });
  });
});
