import { BestfitError, internalError } from '../../base/errors/index.ts';

/**
 * Prints what went wrong and what to do; with `--json` the error is a JSON document on stdout.
 *
 * @returns the exit code
 */
export function reportError(error: unknown, options: { readonly json: boolean }): number {
  const known = error instanceof BestfitError ? error : internalError(error);
  if (options.json) {
    const { code, message, remedy, params } = known;
    process.stdout.write(`${JSON.stringify({ error: { code, message, remedy, params } }, null, 2)}\n`);
  } else {
    process.stderr.write(`${known.message}\n${known.remedy}\n`);
  }
  if (process.env.BESTFIT_DEBUG !== undefined) process.stderr.write(`${traceOf(error)}\n`);
  return known.exit;
}

function traceOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const cause = error.cause === undefined ? '' : `\ncaused by ${traceOf(error.cause)}`;
  return `${error.stack ?? error.message}${cause}`;
}
