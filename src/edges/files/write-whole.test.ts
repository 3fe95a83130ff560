import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { writeWhole } from './write-whole.ts';

function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'bestfit-files-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

const fresh = { force: false, ours: null };
const says = (text: string) => (part: string) => writeFile(part, text);
const refusal = (code: string) => expect.objectContaining({ code });

describe('a file written whole', () => {
  it('is there at once, with the result of writing it', async () => {
    const folder = temporaryFolder();
    const path = join(folder, 'list.csv');
    const { result } = await writeWhole({ path, ...fresh }, async (part) => {
      expect(readdirSync(folder)).not.toContain('list.csv');
      await writeFile(part, 'new');
      return 7;
    });
    expect(result).toBe(7);
    expect(readFileSync(path, 'utf8')).toBe('new');
    expect(readdirSync(folder)).toEqual(['list.csv']);
  });

  it('leaves nothing behind when writing fails, and what was there as it was', async () => {
    const folder = temporaryFolder();
    const path = join(folder, 'list.csv');
    writeFileSync(path, 'old');
    const failing = writeWhole({ path, force: true, ours: null }, async (part) => {
      await writeFile(part, 'half');
      throw new Error('torn');
    });
    await expect(failing).rejects.toThrow('torn');
    expect(readFileSync(path, 'utf8')).toBe('old');
    expect(readdirSync(folder)).toEqual(['list.csv']);
  });
});

describe('a file that is there', () => {
  it('stays when it is not ours', async () => {
    const path = join(temporaryFolder(), 'list.csv');
    writeFileSync(path, 'theirs');
    await expect(writeWhole({ path, ...fresh }, says('new'))).rejects.toEqual(refusal('export.exists'));
    expect(readFileSync(path, 'utf8')).toBe('theirs');
  });

  it('is replaced when it is ours, and stays once somebody changed it', async () => {
    const path = join(temporaryFolder(), 'list.csv');
    const first = await writeWhole({ path, ...fresh }, says('one'));
    const second = await writeWhole({ path, force: false, ours: first.mark }, says('two'));
    expect(readFileSync(path, 'utf8')).toBe('two');
    writeFileSync(path, 'two, edited');
    const third = writeWhole({ path, force: false, ours: second.mark }, says('three'));
    await expect(third).rejects.toEqual(refusal('export.exists'));
  });

  it('is replaced when forced', async () => {
    const path = join(temporaryFolder(), 'list.csv');
    writeFileSync(path, 'theirs');
    await writeWhole({ path, force: true, ours: null }, says('new'));
    expect(readFileSync(path, 'utf8')).toBe('new');
  });
});

describe('a place that takes no file', () => {
  it('is a folder or a device, forced or not', async () => {
    const path = join(temporaryFolder(), 'folder');
    mkdirSync(path);
    const forced = { force: true, ours: null };
    await expect(writeWhole({ path, ...forced }, says('x'))).rejects.toEqual(refusal('export.not-a-file'));
    const device = join(temporaryFolder(), 'device');
    symlinkSync('/dev/null', device);
    await expect(writeWhole({ path: device, ...forced }, says('x'))).rejects.toEqual(
      refusal('export.not-a-file'),
    );
  });

  it('is a folder that does not exist', async () => {
    const path = join(temporaryFolder(), 'none', 'list.csv');
    await expect(writeWhole({ path, ...fresh }, says('x'))).rejects.toEqual(refusal('export.no-folder'));
  });
});
