import type { Random } from '../src/base/stats/index.ts';

/** A card without data: what share of accounts has each total, and their true rate there. */
export interface SimulatedCard {
  readonly lowest: number;
  readonly shares: readonly number[];
  readonly rates: readonly number[];
}

/** How the rate rises with the total. */
export type RateShape = keyof typeof SHAPES;

/** Points of the lines of a card, and the share of accounts for which each holds. */
export const CARD_LINES = {
  six: { points: [3, 2, 2, 1, 1, -2], holds: [0.3, 0.4, 0.3, 0.5, 0.35, 0.2] },
  nine: {
    points: [5, 4, 3, 3, 2, 2, 1, -2, -3],
    holds: [0.3, 0.4, 0.3, 0.25, 0.5, 0.35, 0.4, 0.2, 0.15],
  },
} as const;

/** Log odds of a total that lies so many standard deviations over the mean, with a share `below` of accounts under it. */
const SHAPES = {
  logistic: (z: number): number => z,
  steep: (z: number): number => 2.5 * z,
  flat: (): number => 0,
  steps: (_: number, below: number): number => (below < 0.4 ? -1.2 : below < 0.8 ? 0 : 1.8),
  'late jump': (_: number, below: number): number => (below < 0.85 ? 0 : 2.5),
} as const;

export const RATE_SHAPES = Object.keys(SHAPES) as readonly RateShape[];

/** The card with so many lines whose accounts have the outcome with the share `base`. */
export function simulateCard(lines: keyof typeof CARD_LINES, shape: RateShape, base: number): SimulatedCard {
  const { lowest, shares } = totalsOf(lines);
  const mean = sum(shares.map((share, place) => share * place));
  const deviation = Math.sqrt(sum(shares.map((share, place) => share * (place - mean) ** 2)));
  const odds = shares.map((share, place) => {
    const below = sum(shares.slice(0, place)) + share / 2;
    return SHAPES[shape]((place - mean) / deviation, below);
  });
  const ratesAt = (shift: number): readonly number[] => odds.map((of) => 1 / (1 + Math.exp(-shift - of)));
  let [low, high] = [-20, 20];
  for (let i = 0; i < 60; i++) {
    const middle = (low + high) / 2;
    if (sum(ratesAt(middle).map((rate, place) => rate * shares[place]!)) < base) low = middle;
    else high = middle;
  }
  return { lowest, shares, rates: ratesAt(low) };
}

/** The card as folds see it: each total moved down or up by a point for a quarter of accounts each. */
export function moveTotals({ lowest, shares, rates }: SimulatedCard): SimulatedCard {
  const part = (of: readonly number[], place: number): number =>
    (of[place] ?? 0) / 4 + (of[place - 1] ?? 0) / 2 + (of[place - 2] ?? 0) / 4;
  const places = Array.from({ length: shares.length + 2 }, (_, place) => place);
  const moved = places.map((place) => part(shares, place));
  const positives = shares.map((share, place) => share * rates[place]!);
  return {
    lowest: lowest - 1,
    shares: moved,
    rates: places.map((place) => part(positives, place) / moved[place]!),
  };
}

/** One account of a card: its total and whether it has the outcome. */
export function drawAccount({ lowest, shares, rates }: SimulatedCard, { next }: Random) {
  let left = next();
  let place = 0;
  while (place < shares.length - 1 && left >= shares[place]!) left -= shares[place++]!;
  return { total: lowest + place, positive: next() < rates[place]! ? 1 : 0 };
}

function totalsOf(lines: keyof typeof CARD_LINES): { lowest: number; shares: readonly number[] } {
  let shares = new Map([[0, 1]]);
  CARD_LINES[lines].points.forEach((points, line) => {
    const holds = CARD_LINES[lines].holds[line]!;
    const next = new Map<number, number>();
    const add = (total: number, share: number) => next.set(total, (next.get(total) ?? 0) + share);
    for (const [total, share] of shares) {
      add(total, share * (1 - holds));
      add(total + points, share * holds);
    }
    shares = next;
  });
  const lowest = Math.min(...shares.keys());
  const length = Math.max(...shares.keys()) - lowest + 1;
  return { lowest, shares: Array.from({ length }, (_, place) => shares.get(lowest + place) ?? 0) };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
