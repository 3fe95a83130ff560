import type { FileRequest } from '../src/edges/connectors/index.ts';

/** A request to read a file with nothing said of it; what is written on the way goes beside `to`. */
export function fileRequest(
  path: string,
  to: string,
  said: Partial<Omit<FileRequest, 'path' | 'to'>> = {},
): FileRequest {
  let files = 0;
  const scratchFile = () => {
    files += 1;
    return `${to}.${files}`;
  };
  return {
    path,
    part: null,
    to,
    delimiter: null,
    encoding: null,
    scratchFile,
    onRead: () => undefined,
    ...said,
  };
}
