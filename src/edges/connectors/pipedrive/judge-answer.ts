import type { ClientAnswer, Verdict } from '../client/index.ts';
import { nextMidnight } from './next-midnight.ts';
import { abuseSeconds, pipedriveHeaders } from './pipedrive-settings.ts';

/**
 * What an answer that is no 2xx means. Pipedrive tells a spent day from a burst only by what is left of the day, or by
 * its words; a refusal in HTML is the guard before the API, which lets nobody through for a while.
 */
export function judgeAnswer(answer: ClientAnswer, now: number): Verdict {
  const { status } = answer;
  const said = wordsOf(answer);
  if (status === 429) return isDaySpent(answer, said) ? spent(now) : busy(answer);
  if (status === 401) return { kind: 'token' };
  if (status === 403)
    return isHtml(answer) ? { ...waiting, seconds: abuseSeconds } : { kind: 'forbidden', missing: said };
  if (status === 408 || status === 423) return { kind: 'wait', seconds: null, why: said, sure: true };
  if (status >= 500) return { kind: 'wait', seconds: null, why: said, sure: false };
  return { kind: 'refused', code: String(status), message: said };
}

const waiting = {
  kind: 'wait',
  why: 'Pipedrive lets nobody through who asked too often',
  sure: true,
} as const;

function spent(now: number): Verdict {
  return { kind: 'spent', resetsAt: nextMidnight(now) };
}

function busy({ headers }: ClientAnswer): Verdict {
  const seconds = Number(headers[pipedriveHeaders.burstReset] ?? Number.NaN);
  const isStated = Number.isFinite(seconds) && seconds >= 0;
  return { kind: 'wait', seconds: isStated ? seconds : null, why: 'too many requests at once', sure: true };
}

function isDaySpent({ headers }: ClientAnswer, said: string): boolean {
  return headers[pipedriveHeaders.dayLeft] === '0' || /\bdaily\b|token budget/i.test(said);
}

function isHtml({ headers, body }: ClientAnswer): boolean {
  if ((headers['content-type'] ?? '').includes('html')) return true;
  return typeof body === 'string' && /^\s*<(?:!doctype|html)/i.test(body);
}

/** Pipedrive's own words: `error` and, where it says more than to read the documents, `error_info`. */
export function wordsOf({ status, body }: ClientAnswer): string {
  const nothing = `status ${status}`;
  if (typeof body !== 'object' || body === null) return nothing;
  const { error, message, error_info: info } = body as Readonly<Record<string, unknown>>;
  const words = [error, message, info].filter(
    (each): each is string => typeof each === 'string' && each !== '' && !each.startsWith('Please check'),
  );
  return words.length === 0 ? nothing : [...new Set(words)].join(': ');
}
