/** Where a page of a file begins: in which version of it, and after how many rows. */
export interface FolderCursor {
  readonly hash: string;
  readonly row: number;
}

/** A cursor as text; any process reads it again. */
export function writeCursor({ hash, row }: FolderCursor): string {
  return `1 ${hash} ${row}`;
}

/** What `writeCursor` wrote; the beginning when it is of another version of the file: then all of it comes again. */
export function readCursor(text: string | null, hash: string): FolderCursor {
  const parts = /^1 ([0-9a-f]{64}) (\d+)$/.exec(text ?? '');
  return parts?.[1] === hash ? { hash, row: Number(parts[2]) } : { hash, row: 0 };
}
