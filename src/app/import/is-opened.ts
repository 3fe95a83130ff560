import type { OpenedFile, StagedFile } from '../../edges/connectors/index.ts';

/** True for a file that stays as it is for the time being. */
export function isOpened(file: OpenedFile | StagedFile): file is OpenedFile {
  return 'texts' in file;
}
