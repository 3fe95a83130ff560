import { openSync, readSync, writeFileSync, writeSync } from 'node:fs';
import type { StandInClock } from '../../samples/crm/shared/index.ts';

const bytes = 8;

/** Makes the clock of several processes: a file that holds the time they all go by. Milliseconds since 1970. */
export function makeFileClock(path: string, start: number): StandInClock {
  writeFileSync(path, clockBytes(start));
  return openFileClock(path);
}

/** Opens a clock that is there. It moves only when one of the processes waits or moves it, by whole milliseconds. */
export function openFileClock(path: string): StandInClock {
  const file = openSync(path, 'r+');
  const held = Buffer.alloc(bytes);
  const now = (): number => {
    readSync(file, held, 0, bytes, 0);
    return held.readDoubleLE();
  };
  const advance = (ms: number): void => {
    writeSync(file, clockBytes(now() + Math.ceil(ms)), 0, bytes, 0);
  };
  return { now, advance, sleep: async (ms) => advance(ms) };
}

function clockBytes(at: number): Buffer {
  const written = Buffer.alloc(bytes);
  written.writeDoubleLE(at);
  return written;
}
