import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { SharedTexts } from './shared-texts.ts';

function scratchFile(): string {
  const folder = mkdtempSync(join(tmpdir(), 'bestfit-texts-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return join(folder, 'texts');
}

it('texts come back by their number, and no other number has one', () => {
  const path = scratchFile();
  const texts = new SharedTexts(path);
  for (const text of ['one', '', 'zwölf 漢😀']) texts.add(text);
  expect([0, 1, 2].map((index) => texts.get(index))).toEqual(['one', '', 'zwölf 漢😀']);
  expect([-1, 3, 0.5, Number.NaN].map((index) => texts.get(index))).toEqual([null, null, null, null]);
  expect(existsSync(path)).toBe(false);
});

it('more texts than fit in memory go to a file that is gone in the end', () => {
  const path = scratchFile();
  const texts = new SharedTexts(path);
  const count = 70_000;
  const textAt = (index: number) => `${index}-${'ä漢'.repeat(200 + (index % 7))}`;
  for (let index = 0; index < count; index += 1) texts.add(textAt(index));
  expect(existsSync(path)).toBe(true);
  const step = 7919;
  const wanted = Array.from({ length: 3000 }, (_, turn) => (turn * step) % count);
  const inOrder = Array.from({ length: 3000 }, (_, turn) => count - 3000 + turn);
  for (const index of [...wanted, ...inOrder, 0, count - 1]) expect(texts.get(index)).toBe(textAt(index));
  texts.close();
  expect(existsSync(path)).toBe(false);
});
