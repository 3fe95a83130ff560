import type { Usage } from '../records/index.ts';

/**
 * What `Sforce-Limit-Info: api-usage=10018/100000` says of the last 24 hours, others' requests included; null without
 * the header (REST API Developer Guide, Limit Info Header).
 */
export function usageOfAnswer(answer: {
  readonly headers: Readonly<Record<string, string>>;
}): Partial<Pick<Usage, 'used' | 'limit' | 'resetsAt'>> | null {
  const found = /(?:^|[\s;,])api-usage=(\d+)\/(\d+)/.exec(answer.headers['sforce-limit-info'] ?? '');
  return found === null ? null : { used: Number(found[1]), limit: Number(found[2]) };
}
