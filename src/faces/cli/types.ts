import type { WorkEvent } from '../../app/work-event.ts';

/** How text for a terminal is to look. */
export interface TextStyle {
  readonly color: boolean;
  /** Columns of the terminal. */
  readonly width: number;
}

/** What a command is given once its line is parsed. */
export interface Invocation {
  /** Positional arguments in order; a variadic one comes as a list. */
  readonly args: readonly (string | readonly string[] | undefined)[];
  readonly options: Readonly<Record<string, unknown>>;
  /** The workspace folder, absolute. */
  readonly workspace: string;
  /** The day the question is asked, `YYYY-MM-DD`. */
  readonly asOf: string;
  /** The moment of the command as an ISO timestamp. */
  readonly now: string;
  /** Who runs it. */
  readonly by: string;
  readonly style: TextStyle;
  /** Reports long work on stderr; nothing with `--quiet`. */
  readonly progress: (event: WorkEvent) => void;
}

/** What a command says: one JSON document, or the same for people. */
export interface CommandOutput {
  readonly json: unknown;
  readonly text: () => string;
  /** 3 when the input was too little to answer and a program should notice; else 0. */
  readonly exit?: 0 | 3;
}

/** One option of a command, as its help shows it. */
export interface OptionSpec {
  readonly flags: string;
  readonly description: string;
  readonly default?: string | boolean;
  /** Given several times, values add up. */
  readonly repeat?: boolean;
}

/** One command of the command line: declared as data, run lazily. */
export interface CommandSpec {
  readonly name: string;
  readonly summary: string;
  readonly arguments?: readonly { readonly name: string; readonly description: string }[];
  readonly options?: readonly OptionSpec[];
  readonly examples?: readonly { readonly run: string; readonly does: string }[];
  readonly commands?: readonly CommandSpec[];
  readonly run?: (invocation: Invocation) => Promise<CommandOutput>;
}
