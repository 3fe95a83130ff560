import type { ClientAnswer } from '../client/index.ts';
import type { Usage } from '../records/index.ts';
import { nextMidnight } from './next-midnight.ts';
import { pipedriveHeaders } from './pipedrive-settings.ts';

/**
 * What an answer says of the day's tokens, those of others in the company included, and when the day ends: that is known
 * even where the headers are missing, and tokens are then counted here.
 */
export function usageOf(
  { headers }: ClientAnswer,
  now: number,
): Partial<Pick<Usage, 'used' | 'limit' | 'resetsAt'>> {
  const resetsAt = nextMidnight(now);
  const limit = countOf(headers[pipedriveHeaders.dayLimit]);
  const left = countOf(headers[pipedriveHeaders.dayLeft]);
  if (limit === null || left === null) return { resetsAt };
  return { used: Math.max(0, limit - left), limit, resetsAt };
}

function countOf(text: string | undefined): number | null {
  return text !== undefined && /^\d+$/.test(text) ? Number(text) : null;
}
