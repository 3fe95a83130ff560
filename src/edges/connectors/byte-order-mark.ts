/** A byte order mark at the start of a file, and the encoding that it stands for. */
export interface ByteOrderMark {
  readonly encoding: 'utf-8' | 'utf-16le' | 'utf-16be';
  readonly length: number;
}

/** The byte order mark that a file begins with; null when there is none, or when it is that of UTF-32. */
export function byteOrderMark(start: Uint8Array): ByteOrderMark | null {
  if (start[0] === 0xef && start[1] === 0xbb && start[2] === 0xbf) return { encoding: 'utf-8', length: 3 };
  const wide = start[2] === 0 && start[3] === 0;
  if (start[0] === 0xff && start[1] === 0xfe && !wide) return { encoding: 'utf-16le', length: 2 };
  if (start[0] === 0xfe && start[1] === 0xff) return { encoding: 'utf-16be', length: 2 };
  return null;
}
