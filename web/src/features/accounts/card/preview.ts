import {
  type OutcomeVectors,
  type PointsCard,
  type TriedCard,
  tryCards,
} from '../../../../../src/stages/scorecard/outcomes/index.ts';

type Tier = 'A' | 'B' | 'C' | 'D';

/** The points of the fit lines in their order, and where the tiers begin. */
export interface Tuning {
  readonly points: readonly number[];
  readonly cuts: { readonly A: number; readonly B: number; readonly C: number };
}

/** What some points and tiers come to. */
export interface Preview extends TriedCard {
  /** Accounts that change their tier. */
  readonly moved: number;
}

/** A card of these points and tiers: all that counting asks of one. */
function cardOf({ points, cuts }: Tuning): PointsCard {
  return { fit: points.map((of) => ({ points: of })) as unknown as PointsCard['fit'], tiers: cuts };
}

/** Gives what any tuning comes to beside the card of the page: milliseconds, however many accounts there are. */
export function previewsOf(vectors: OutcomeVectors, before: Tuning): (after: Tuning) => Preview {
  const tryCard = tryCards(vectors, cardOf(before));
  return (after) => {
    const tried = tryCard(cardOf(after));
    return { ...tried, moved: tried.moves.reduce((sum, { accounts }) => sum + accounts, 0) };
  };
}

/** Whether two tunings are the same. */
export function isSame(one: Tuning, other: Tuning): boolean {
  const { A, B, C } = one.cuts;
  return (
    A === other.cuts.A &&
    B === other.cuts.B &&
    C === other.cuts.C &&
    one.points.every((points, i) => points === other.points[i])
  );
}

/** What was changed from one tuning to another, on a third: points that were not changed are its own. */
export function carryOver(from: Tuning, changed: Tuning, onto: Tuning): Tuning {
  const points = onto.points.map((own, i) => {
    const mine = changed.points[i];
    return mine === undefined || mine === from.points[i] ? own : mine;
  });
  const areCutsChanged = (['A', 'B', 'C'] as const).some((tier) => changed.cuts[tier] !== from.cuts[tier]);
  return { points, cuts: areCutsChanged ? changed.cuts : onto.cuts };
}

/** The fit and the tier of one account under other points, from the outcomes of its fit lines. */
export function retier(
  fitOutcomes: string,
  { points, cuts }: Tuning,
): { readonly fit: number; readonly tier: Tier } {
  const fit = points.reduce((sum, of, i) => (fitOutcomes[i] === 'y' ? sum + of : sum), 0);
  return { fit, tier: tierAt(fit, cuts) };
}

/** The tier of a total. */
export function tierAt(total: number, { A, B, C }: Tuning['cuts']): Tier {
  return total >= A ? 'A' : total >= B ? 'B' : total >= C ? 'C' : 'D';
}

/** A cut-off moved to a total; the others give way, so that tiers stay in order. */
export function moveCut(cuts: Tuning['cuts'], tier: 'A' | 'B' | 'C', to: number): Tuning['cuts'] {
  if (tier === 'A') {
    const B = Math.min(cuts.B, to - 1);
    return { A: to, B, C: Math.min(cuts.C, B - 1) };
  }
  if (tier === 'B') return { A: Math.max(cuts.A, to + 1), B: to, C: Math.min(cuts.C, to - 1) };
  const B = Math.max(cuts.B, to + 1);
  return { A: Math.max(cuts.A, B + 1), B, C: to };
}
