import { numberWords } from './number-words.ts';
import type { Speech } from './types.ts';

/** How sure a trait is. */
export type Verdict = 'supported' | 'suggestive' | 'none' | 'confirmed';

/** What a discovery measured of a line. */
export interface Evidence {
  readonly best: { readonly n: number; readonly of: number };
  readonly rest: { readonly n: number; readonly of: number };
  readonly lift: number;
  readonly interval: readonly [number, number];
  readonly verdict: Verdict;
}

/** The evidence of a line, in the parts that a mark shows. */
export interface EvidenceWords {
  /** `7 of 8 best, 4 of 17 others`. */
  readonly counts: string;
  /** `2.1 times (1.2 to 3.1)`. */
  readonly lift: string;
  readonly verdict: string;
}

/** Says the evidence of a line: counts, lift with its 90% interval, verdict. */
export function evidenceWords(
  speech: Speech,
  { best, rest, lift, interval, verdict }: Evidence,
): EvidenceWords {
  const { t, language } = speech;
  const times = (value: number) => numberWords(language, value, value >= 10 ? 0 : 1);
  return {
    counts: t('conditions:evidence.counts', {
      n: numberWords(language, best.n),
      of: numberWords(language, best.of),
      others: numberWords(language, rest.n),
      ofOthers: numberWords(language, rest.of),
    }),
    lift: t('conditions:evidence.lift', {
      times: times(lift),
      low: times(interval[0]),
      high: times(interval[1]),
    }),
    verdict: verdictWords(speech, verdict),
  };
}

/** `supported`, `suggestive, may be chance`. */
export function verdictWords({ t }: Speech, verdict: Verdict): string {
  return t(`conditions:verdict.${verdict}`);
}
