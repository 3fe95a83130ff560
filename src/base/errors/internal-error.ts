import { BestfitError } from './bestfit-error.ts';

/** What is no error of the catalogue, as `system.internal` with its cause. */
export function internalError(error: unknown): BestfitError {
  const what = error instanceof Error ? error.message : String(error);
  return new BestfitError('system.internal', { what }, { cause: error });
}
