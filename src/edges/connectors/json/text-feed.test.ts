import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ColumnTree } from './column-tree.ts';
import { JsonCursor } from './json-cursor.ts';
import { readRecord } from './read-record.ts';
import { TextFeed } from './text-feed.ts';

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'json-feed-'));
});

afterAll(() => rm(folder, { recursive: true }));

const words = fc.constantFrom(
  'true',
  'false',
  'null',
  'NaN',
  '-Infinity',
  '-0.50',
  '12.375',
  '1e5',
  '-3E-12',
);
const scalars = fc.oneof(words, fc.string({ unit: 'binary' }).map(JSON.stringify), fc.integer().map(String));
const lists = fc.array(scalars, { maxLength: 4 }).map((items) => `[ ${items.join(' ,\n')}]`);
const records = fc
  .array(fc.tuple(fc.string().map(JSON.stringify), fc.oneof(scalars, lists)), { maxLength: 5 })
  .map((members) => `{${members.map((member) => member.join(' : ')).join(',\n ')} }`);

function cellsOf(cursor: JsonCursor): readonly (string | null)[] {
  return readRecord(cursor, new ColumnTree('file'));
}

describe('a text that comes in pieces', () => {
  it('reads as the whole, wherever the pieces end', async () => {
    await fc.assert(
      fc.asyncProperty(
        records,
        fc.integer({ min: 1, max: 7 }),
        fc.boolean(),
        async (written, chunk, wide) => {
          const path = join(folder, 'file.json');
          await writeFile(path, written, wide ? 'utf16le' : 'utf8');
          const whole = new JsonCursor();
          whole.reset(written);
          const feed = await TextFeed.open({ path, encoding: wide ? 'utf-16le' : 'utf-8' }, chunk);
          try {
            expect(await feed.step(cellsOf)).toEqual(cellsOf(whole));
            expect(await feed.peek()).toBe(0);
          } finally {
            await feed.close();
          }
        },
      ),
      { numRuns: 300 },
    );
  });
});
