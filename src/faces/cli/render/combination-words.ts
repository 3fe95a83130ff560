import type { Pattern, Unit } from '../../../stages/discovery/index.ts';
import { countWords, percentWords, plural } from '../../words/index.ts';

/** What a combination says beyond its parts: that all of it is needed, or only that it describes the best. */
export function combinationWords(
  pattern: Pattern,
  names: { readonly best: string; readonly rest: string; readonly unit: Unit },
): string {
  const { label, best, rest, adds, direction, verdict } = pattern;
  const points = Math.round(100 * Math.abs(adds ?? 0));
  const more = direction === 'for' ? 'more' : 'less';
  const known = best.of + rest.of;
  const inside = best.n + rest.n;
  const shares = `${percentWords(best.n, inside)} ${names.best} (${best.n} of ${countWords(inside)}, ${countWords(known)} known)`;
  const gain = `${plural(points, 'point')} ${more} than the best of its parts`;
  return verdict === 'supported'
    ? `${label}: ${shares}, ${gain}; more than the parts add up to${neededWords(pattern)}`
    : `${label}: ${shares}, ${gain}; describes ${names.best}, but that all of it is needed is not shown${moreWords(pattern, names.unit)}`;
}

/** z under which a part makes no difference that chance would not (one-sided 5%). */
const STANDS = 1.645;

function neededWords({ parts }: Pattern): string {
  const idle = parts.filter(({ zOutside }) => zOutside < STANDS);
  if (idle.length === 0) return ', and each counts by itself too';
  if (idle.length === parts.length)
    return parts.length === 2 ? ': neither counts without the other' : ': none counts without the others';
  const named = idle.map(({ label }) => label).join(' and ');
  return `: ${named} counts only with the rest`;
}

function moreWords({ needMore }: Pattern, unit: Unit): string {
  return needMore === null ? '' : ` (about ${countWords(needMore)} more ${unit}s might)`;
}
