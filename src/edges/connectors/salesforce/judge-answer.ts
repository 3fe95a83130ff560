import type { ClientAnswer, Verdict } from '../client/index.ts';
import { readRefusal } from './read-refusal.ts';

/** Statuses that pass by; 406 and 420 are met by sync tools under load (Airbyte's source). */
const passing = new Set([406, 408, 420, 429]);
/** Refusals that were certainly not carried out and pass by. */
const passingCodes = new Set(['UNABLE_TO_LOCK_ROW', 'SERVER_UNAVAILABLE', 'QUERY_TIMEOUT']);

/**
 * What an answer that is no 2xx means: 401 a session that ended; 403 `REQUEST_LIMIT_EXCEEDED` the requests of 24 hours
 * (of `TotalRequests`) or too many at once (of everything else); other 403 a right that is missing.
 */
export function judgeAnswer(answer: ClientAnswer): Verdict {
  const { status } = answer;
  const { code, message } = readRefusal(answer);
  if (status === 401) return { kind: 'token' };
  if (code === 'REQUEST_LIMIT_EXCEEDED')
    return /TotalRequests/i.test(message)
      ? { kind: 'spent', resetsAt: null }
      : { kind: 'wait', seconds: null, why: message, sure: true };
  if (passing.has(status) || passingCodes.has(code))
    return { kind: 'wait', seconds: retryAfter(answer), why: message, sure: true };
  if (status >= 500) return { kind: 'wait', seconds: retryAfter(answer), why: message, sure: false };
  if (status === 403) return { kind: 'forbidden', missing: message };
  return { kind: 'refused', code, message };
}

function retryAfter({ headers }: ClientAnswer): number | null {
  const seconds = Number(headers['retry-after'] ?? Number.NaN);
  return Number.isFinite(seconds) && seconds >= 0 ? seconds : null;
}
