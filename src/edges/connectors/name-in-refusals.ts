import { BestfitError, type ErrorCode, type ErrorParams } from '../../base/errors/index.ts';

/** A file that is read, and what people know it as. */
export interface NamedFile {
  readonly path: string;
  readonly location: string;
}

/** Does something with a file; a refusal of what was unpacked or written anew names the file as people know it. */
export async function nameInRefusals<T>({ path, location }: NamedFile, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (path === location || !(error instanceof BestfitError)) throw error;
    const { code, params } = error as BestfitError;
    if (!('file' in params) || params.file !== path) throw error;
    throw new BestfitError(code, { ...params, file: location } as ErrorParams<ErrorCode>, { cause: error });
  }
}
