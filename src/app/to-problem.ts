import { BestfitError, internalError } from '../base/errors/index.ts';
import type { JobProblem } from '../edges/store/index.ts';

/** An error as plain data; one that is not of the catalogue is `system.internal`. */
export function toProblem(error: unknown): JobProblem {
  const known = error instanceof BestfitError ? error : internalError(error);
  const { code, params, message, remedy } = known;
  return { code, params, message, remedy };
}
