import type { Usage } from '../../../edges/connectors/index.ts';
import { countWords, percentWords } from '../../words/index.ts';

/** What was used of a day's budget: `1,204 of 250,000 requests today; up to 80% may be used`. */
export function usageWords({ used, limit, unit, resetsAt }: Usage, share: number): string {
  const of = limit === null ? '' : ` of ${countWords(limit)}`;
  const until = resetsAt === null ? '' : `, new at ${resetsAt.slice(0, 16).replace('T', ' ')} UTC`;
  return `${countWords(used)}${of} ${unit} of the day used${until}; up to ${percentWords(share, 1)} may be used`;
}
