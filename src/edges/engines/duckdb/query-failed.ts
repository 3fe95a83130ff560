import { BestfitError } from '../../../base/errors/index.ts';

/** Kinds of DuckDB errors whose first line names tables, columns or files, never a value of a row. */
const SPEAKING =
  /(?:Binder|Catalog|Parser|IO|Out of Memory|Not implemented|Dependency|Interrupt) Error: [^\n]*/;

/** The file that did not fit. */
const FULL = /"([^"]*)"[^"]*no space left on device/i;

/** Wraps a failure of DuckDB or of the file system; what its message says of row values is left out. */
export function queryFailed(error: unknown, sql: string): BestfitError {
  if (error instanceof BestfitError) return error;
  const message = error instanceof Error ? error.message : '';
  const full = FULL.exec(message);
  if (full !== null)
    return new BestfitError('store.disk-full', { workspace: full[1] ?? '' }, { cause: error });
  const speaking = SPEAKING.exec(message) ?? /^E[A-Z]+: .*/.exec(message);
  const kind = /[A-Z][A-Za-z -]* Error/.exec(message)?.[0] ?? 'Error';
  const reason = speaking?.[0] ?? `${kind} (the message names row values and is left out)`;
  return new BestfitError('system.query-failed', { engine: 'DuckDB', reason, sql });
}
