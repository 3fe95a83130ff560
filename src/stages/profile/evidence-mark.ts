import type { Evidence, EvidenceMark } from './types.ts';

const VERDICTS: Readonly<Record<Evidence['verdict'], string>> = {
  supported: 'supported',
  confirmed: 'confirmed on later customers',
  suggestive: 'suggestive, may be chance',
  none: 'no evidence',
};

/** Evidence as the mark that every face draws: two shares and the interval of the first on one axis. */
export function evidenceMark(evidence: Evidence): EvidenceMark {
  const { best, rest, lift, interval, verdict, unknown, needMore } = evidence;
  const all = share(best.n + rest.n, best.of + rest.of);
  return {
    best: { ...best, share: share(best.n, best.of) },
    rest: { ...rest, share: share(rest.n, rest.of) },
    interval: [Math.min(1, interval[0] * all), Math.min(1, interval[1] * all)],
    verdict,
    verdictInWords: VERDICTS[verdict],
    counts: `${best.n} of ${best.of} best, ${rest.n} of ${rest.of} others`,
    lift: `${times(lift)} times (${times(interval[0])} to ${times(interval[1])})`,
    unknown,
    needMore,
  };
}

function share(n: number, of: number): number {
  return of === 0 ? 0 : n / of;
}

function times(value: number): string {
  return value >= 10 ? String(Math.round(value)) : value.toFixed(1);
}
