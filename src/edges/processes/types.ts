/** How a process of ours ended. */
export interface ProcessEnd {
  /** Null when a signal ended it. */
  readonly exitCode: number | null;
  readonly signal: string | null;
  /** The last lines that it wrote to its standard error: the trace of a crash. */
  readonly lastWords: string;
}

/** A process at work. */
export interface StartedProcess {
  /** Null when it could not be started. */
  readonly pid: number | null;
  /** Asks it to end, and ends it two seconds later if it has not. Asking twice is harmless. */
  readonly end: () => void;
  readonly ended: Promise<ProcessEnd>;
}

/** The port to work in a process of its own: starts one with arguments; what it sends comes as plain data. */
export type StartProcess = (args: readonly string[], onMessage: (message: unknown) => void) => StartedProcess;
