import type { Pattern, Verdict } from './types.ts';

const RANK: Readonly<Record<Verdict, number>> = { supported: 0, suggestive: 1, none: 2 };

/** Patterns by verdict, adjusted p, field p and strength of the lift in either direction. */
export function orderPatterns(patterns: readonly Pattern[]): readonly Pattern[] {
  return [...patterns].sort(
    (a, b) =>
      RANK[a.verdict] - RANK[b.verdict] ||
      a.pAdjusted - b.pAdjusted ||
      a.pField - b.pField ||
      strengthOf(b) - strengthOf(a),
  );
}

/** A searched pattern and a declared one over the same condition are one: the stronger test counts. */
export function mergeDeclared(patterns: readonly Pattern[]): readonly Pattern[] {
  const merged = new Map<string, Pattern>();
  for (const pattern of patterns) {
    const twin = merged.get(pattern.id);
    const declared = pattern.declared || (twin?.declared ?? false);
    const kept = twin === undefined || pattern.pAdjusted < twin.pAdjusted ? pattern : twin;
    merged.set(pattern.id, { ...kept, declared });
  }
  return [...merged.values()];
}

/** The single conditions without a verdict whose shrunk lift is farthest from 1: questions for sales and support. */
export function largestDifferences(patterns: readonly Pattern[], count: number): readonly Pattern[] {
  return patterns
    .filter(({ verdict, parts }) => verdict === 'none' && parts.length === 0)
    .sort((a, b) => strengthOf(b) - strengthOf(a))
    .slice(0, count);
}

function strengthOf({ lift }: Pattern): number {
  return Math.abs(Math.log(Math.max(lift, 1e-9)));
}
