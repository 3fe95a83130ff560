import { type NamedFile, nameInRefusals } from './name-in-refusals.ts';
import type { FileConnector } from './types.ts';

/** A connector for one file whose refusals name the file as the user knows it, not what was unpacked from it. */
export function underItsName(connector: FileConnector, file: NamedFile): FileConnector {
  const { parts, stage } = connector;
  return {
    ...connector,
    parts: parts === null ? null : (path) => nameInRefusals(file, () => parts(path)),
    stage: (engine, request) => nameInRefusals(file, () => stage(engine, request)),
  };
}
