import { createReadStream } from 'node:fs';

const LINE_FEED = 10;
const CARRIAGE_RETURN = 13;

/** The 1-based lines on which these byte offsets lie (ascending); \n, \r\n and a lone \r all end a line. */
export async function lineNumbers(path: string, offsets: readonly number[]): Promise<readonly number[]> {
  const last = offsets.at(-1);
  if (last === undefined) return [];
  const lines: number[] = [];
  let line = 1;
  let offset = 0;
  let before = 0;
  for await (const chunk of createReadStream(path, { end: last, highWaterMark: 1 << 20 })) {
    for (const byte of chunk as Buffer) {
      if (before === LINE_FEED || (before === CARRIAGE_RETURN && byte !== LINE_FEED)) line += 1;
      while (offsets[lines.length] === offset) lines.push(line);
      before = byte;
      offset += 1;
    }
  }
  while (lines.length < offsets.length) lines.push(line);
  return lines;
}
