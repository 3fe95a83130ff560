const LEAST_LIKENESS = 0.85;
const PREFIX_WEIGHT = 0.1;
const LONGEST_PREFIX = 4;

/**
 * Likeness of two texts by Jaro and Winkler: 1 is equal, 0 has nothing in common.
 *
 * Reference: Winkler (1990), String Comparator Metrics and Enhanced Decision Rules.
 *
 * @example
 * likeness('martha', 'marhta'); // 0.961
 */
export function likeness(left: string, right: string): number {
  const jaro = jaroLikeness([...left], [...right]);
  let prefix = 0;
  while (prefix < LONGEST_PREFIX && prefix < left.length && left[prefix] === right[prefix]) prefix += 1;
  return jaro + prefix * PREFIX_WEIGHT * (1 - jaro);
}

/**
 * The candidate most like a text, case and spaces aside; null when none is at least 0.85 alike. Among equals the
 * first wins.
 *
 * @example
 * nearest('PlanPro', ['Plan Basic', 'Plan Pro']); // 'Plan Pro'
 */
export function nearest(text: string, candidates: Iterable<string>): string | null {
  const wanted = squeeze(text);
  let best: string | null = null;
  let bestLikeness = LEAST_LIKENESS;
  for (const candidate of candidates) {
    const found = likeness(wanted, squeeze(candidate));
    if (found > bestLikeness || (best === null && found === bestLikeness)) {
      best = candidate;
      bestLikeness = found;
    }
  }
  return best;
}

function squeeze(text: string): string {
  return text.toLowerCase().replace(/\s+/g, '');
}

function jaroLikeness(left: readonly string[], right: readonly string[]): number {
  if (left.length === 0 && right.length === 0) return 1;
  const reach = Math.max(0, Math.floor(Math.max(left.length, right.length) / 2) - 1);
  const taken = right.map(() => false);
  const matched: string[] = [];
  left.forEach((letter, at) => {
    const end = Math.min(right.length, at + reach + 1);
    for (let other = Math.max(0, at - reach); other < end; other += 1) {
      if (taken[other] || right[other] !== letter) continue;
      taken[other] = true;
      matched.push(letter);
      return;
    }
  });
  const count = matched.length;
  if (count === 0) return 0;
  const opposite = right.filter((_, at) => taken[at]);
  const swapped = matched.filter((letter, at) => letter !== opposite[at]).length / 2;
  return (count / left.length + count / right.length + (count - swapped) / count) / 3;
}
