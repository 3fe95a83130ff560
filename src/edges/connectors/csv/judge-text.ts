import { createReadStream } from 'node:fs';
import { BestfitError } from '../../../base/errors/index.ts';
import { Utf8Watch } from './utf8-watch.ts';

const NEWLINE = 10;
const MOST_CONTROLS = 0.001;

/** What a text that is not UTF-8 throughout is taken for. */
export interface JudgedText {
  readonly encoding: 'utf-8' | 'windows-1252';
  /** Line of the first byte that is not UTF-8. */
  readonly line: number;
}

/**
 * Decides what a text is that is not UTF-8 throughout. More whole characters of several bytes than bytes that do not
 * fit make it UTF-8 with some broken lines: other encodings hardly ever give such characters. Else it is taken for
 * Windows-1252. Refuses a file with so many control characters that it is no text.
 */
export async function judgeText(path: string): Promise<JudgedText> {
  const watch = new Utf8Watch();
  let line = 1;
  let faultLine: number | null = null;
  let controls = 0;
  let bytes = 0;
  for await (const chunk of createReadStream(path, { highWaterMark: 1 << 20 })) {
    bytes += (chunk as Buffer).length;
    for (const byte of chunk as Buffer) {
      watch.step(byte);
      if (faultLine === null && watch.faults > 0) faultLine = line;
      if (byte === NEWLINE) line += 1;
      else if (isControl(byte)) controls += 1;
    }
  }
  watch.end();
  if (controls > MOST_CONTROLS * bytes)
    throw new BestfitError('input.binary', { file: path, looksLike: 'a binary file' });
  const encoding = watch.sequences > watch.faults ? 'utf-8' : 'windows-1252';
  return { encoding, line: faultLine ?? line };
}

/** A control character other than tab, the line ends, form feed and the end mark of old systems. */
function isControl(byte: number): boolean {
  return byte < 32 && (byte < 9 || byte > 13) && byte !== 26;
}
