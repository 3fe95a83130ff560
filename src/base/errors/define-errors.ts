/** What a refusal says about itself: words for people, numbers for programs. */
export interface ErrorDefinition<P> {
  /** What is wrong, where, and how many; in sales language, values in backticks. */
  readonly message: (params: P) => string;
  /** What to do next: one sentence or a command. */
  readonly remedy: (params: P) => string;
  /** HTTP status of the same refusal. */
  readonly status: number;
  /** Exit code of the command line: 1 internal, 2 wrong usage, 3 input refused. */
  readonly exit: 1 | 2 | 3;
}

/** States one error with its typed parameters. */
export function defineError<P>(definition: ErrorDefinition<P>): ErrorDefinition<P> {
  return definition;
}
