import { BestfitError, type ErrorCode, type ErrorParams } from '../../base/errors/index.ts';
import type { FileConnector } from './types.ts';

/** A file that is read, and where it stands for people. */
interface NamedFile {
  readonly path: string;
  readonly location: string;
}

/** A connector for one file whose refusals name the file as the user knows it, not what was unpacked from it. */
export function underItsName(connector: FileConnector, file: NamedFile): FileConnector {
  if (file.path === file.location) return connector;
  const { parts, stage } = connector;
  return {
    ...connector,
    parts: parts === null ? null : (path) => renamed(file, () => parts(path)),
    stage: (engine, request) => renamed(file, () => stage(engine, request)),
  };
}

async function renamed<T>({ path, location }: NamedFile, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof BestfitError)) throw error;
    const { code, params } = error as BestfitError;
    if (!('file' in params) || params.file !== path) throw error;
    throw new BestfitError(code, { ...params, file: location } as ErrorParams<ErrorCode>, { cause: error });
  }
}
