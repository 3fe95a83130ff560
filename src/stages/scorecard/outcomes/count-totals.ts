import { eachScored } from './each-scored.ts';
import { fitSums } from './fit-sums.ts';
import type { OutcomeVectors, PointsCard, TotalCount } from './types.ts';

/** How many scored accounts have each total, the highest first. */
export function countTotals(vectors: OutcomeVectors, card: Pick<PointsCard, 'fit'>): readonly TotalCount[] {
  const { fit } = fitSums(card);
  const counts = new Map<number, number>();
  for (const { code, accounts } of eachScored(vectors)) {
    const total = fit(code);
    counts.set(total, (counts.get(total) ?? 0) + accounts);
  }
  return [...counts]
    .map(([total, accounts]) => ({ total, accounts }))
    .sort((one, other) => other.total - one.total);
}
