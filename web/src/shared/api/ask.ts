import { client } from '../../api/generated/client.gen.ts';
import { type Problem, ProblemError } from './problem-error.ts';

client.setConfig({ baseUrl: '', responseStyle: 'fields', throwOnError: false });

/**
 * Waits for a call of the typed client: its document, or a `ProblemError` with the code of the refusal.
 *
 * @example
 * const facts = await ask(getWorkspace());
 */
export async function ask<T>(
  call: Promise<{ data?: T | undefined; error?: unknown; response?: Response | undefined }>,
): Promise<T> {
  const { data, error, response } = await call;
  if (error === undefined && response?.ok === true) return data as T;
  throw new ProblemError(isProblem(error) ? error : lostConnection(error));
}

function isProblem(error: unknown): error is Problem {
  return typeof error === 'object' && error !== null && 'code' in error && 'remedy' in error;
}

/** The server did not answer: it was stopped, or the network is gone. */
function lostConnection(error: unknown): Problem {
  const title = error instanceof Error ? error.message : 'No answer';
  return { type: '', title, status: 0, code: 'http.no-answer', params: {}, remedy: '' };
}
