import type { Problem } from '../../api/generated/types.gen.ts';

export type { Problem };

/** A refusal of the server, with the code and values of the error catalogue. */
export class ProblemError extends Error {
  override readonly name = 'ProblemError';
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(problem.title);
    this.problem = problem;
  }
}

/** The code of a refusal, or null when something else went wrong. */
export function codeOf(error: unknown): string | null {
  return error instanceof ProblemError ? error.problem.code : null;
}
