/** Records from which a search can support a trait. */
const FEWEST = 12;

/** Share of simulated searches that supported a yes/no trait, from a number of customers on. */
interface Power {
  readonly from: number;
  /** Where 90% of the best and 20% of the rest have it, and where 75% and 30% have. */
  readonly plain: number;
  readonly strong: number;
}

/** A third of the customers best, 20 fields (`npm run bench -- discovery-small 200`). */
const POWER: Readonly<Record<'value' | 'label', readonly Power[]>> = {
  value: [
    { from: 12, plain: 0.38, strong: 0.1 },
    { from: 16, plain: 0.52, strong: 0.12 },
    { from: 20, plain: 0.74, strong: 0.2 },
    { from: 25, plain: 0.91, strong: 0.3 },
    { from: 30, plain: 0.94, strong: 0.37 },
    { from: 36, plain: 1, strong: 0.49 },
    { from: 48, plain: 1, strong: 0.69 },
    { from: 60, plain: 1, strong: 0.83 },
  ],
  label: [
    { from: 12, plain: 0.18, strong: 0.06 },
    { from: 16, plain: 0.22, strong: 0.04 },
    { from: 20, plain: 0.41, strong: 0.12 },
    { from: 25, plain: 0.66, strong: 0.15 },
    { from: 30, plain: 0.76, strong: 0.23 },
    { from: 36, plain: 0.91, strong: 0.31 },
    { from: 48, plain: 0.99, strong: 0.38 },
    { from: 60, plain: 1, strong: 0.61 },
  ],
};

/** Records above which nothing needs to be said. */
const MOST = 60;

/**
 * What so few records can show, in words: under 12 nothing, then the size of trait that stands out, and how often.
 * Null above 60.
 */
export function whatToExpect(
  { n }: { readonly n: number },
  { hasValue }: { readonly hasValue: boolean },
): string | null {
  if (n < FEWEST) return `${n} are too few to support anything: what follows are questions, not findings.`;
  const power = POWER[hasValue ? 'value' : 'label'].findLast(({ from }) => from <= n);
  if (power === undefined || n > MOST) return null;
  return `With ${n}, take what follows as suggestions: a trait of 90% of one group against 20% of the other is supported ${often(power.plain)}, one of 75% against 30% ${often(power.strong)}.`;
}

function often(share: number): string {
  const tenths = Math.round(10 * share);
  if (tenths >= 10) return 'nearly always';
  return tenths === 0 ? 'hardly ever' : `${tenths === 1 ? 'once' : `${tenths} times`} in 10`;
}
