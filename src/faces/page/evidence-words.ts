import type { EvidenceMark } from '../../stages/profile/index.ts';

/**
 * Evidence in one sentence: shares with their counts, lift with its interval, verdict.
 *
 * @example
 * evidenceWords(mark); // '78% of 40 best v 23% of 80 others; 1.9 times (1.4 to 2.4); supported'
 */
export function evidenceWords({ best, rest, lift, verdictInWords, unknown, needMore }: EvidenceMark): string {
  const parts = [
    `${percent(best.share)} of ${best.of} best v ${percent(rest.share)} of ${rest.of} others`,
    lift,
    verdictInWords,
    unknown === 0 ? null : `${unknown} unknown`,
    needMore === null ? null : `${needMore} more customers would settle it`,
  ];
  return parts.filter((part) => part !== null).join('; ');
}

/** A share as a whole percentage. */
export function percent(share: number): string {
  return `${Math.round(100 * share)}%`;
}
