import { BestfitError } from '../../../base/errors/index.ts';

/** SQLSTATE classes whose messages name tables, columns, roles or the server, never a value of a row. */
const SPEAKING = ['08', '25', '26', '28', '34', '3D', '3F', '42', '53', '55', '57', '58', '0A'] as const;

/** Wraps a failure of PostgreSQL; what its message says of row values is left out. */
export function queryFailed(error: unknown, sql: string): BestfitError {
  if (error instanceof BestfitError) return error;
  const { code, message } = error as { readonly code?: unknown; readonly message?: unknown };
  const state = typeof code === 'string' ? code : 'no code';
  const speaking = SPEAKING.some((start) => state.startsWith(start)) || /^E[A-Z]{4,}$/.test(state);
  const reason = speaking
    ? `${String(message)} (${state})`
    : `error ${state} (the message may name row values and is left out)`;
  return new BestfitError('system.query-failed', { engine: 'PostgreSQL', reason, sql });
}
