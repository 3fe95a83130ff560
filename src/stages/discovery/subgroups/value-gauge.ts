import { type Gauge, referenceOf, sizeFactor, type Tally } from './gauge.ts';
import type { Ground } from './lay-out.ts';
import { unknownRows } from './unknown-rows.ts';

const ROUNDING = 1e-10;

/**
 * Quality of a number: (n/N)^a x (mean inside - mean of the known). Rows come with the largest value first, so the
 * best that k of them can do is the first k: the highest quality over these prefixes is the tight bound of the
 * mean-shift measure (Lemmerich, Atzmueller and Puppe 2016).
 */
export function createValueGauge(
  ground: Ground & { readonly values: Float64Array },
  { sizePower, leastCover }: { readonly sizePower: number; readonly leastCover: number },
): Gauge {
  const { size, values } = ground;
  const all: Tally = { cover: size, sum: values.reduce((sum, value) => sum + value, 0) };
  const scale = Math.max(Math.abs(values[0] ?? 0), Math.abs(values.at(-1) ?? 0));
  const perRow = Float64Array.from({ length: size + 1 }, (_, n) =>
    n === 0 ? 0 : sizeFactor(n, size, sizePower) / n,
  );
  const lowest = lowestReference(ground, all);
  const bound = createPrefixBound({ values, perRow, lowest, leastCover });
  return {
    all,
    floor: 1e-12 * scale,
    slack: ROUNDING * scale,
    bound,
    alone: (selector, tally) => bound(ground.everything, selector.rows(), tally),
    finish: () => true,
    quality: (inside, maybe) =>
      sizeFactor(inside.cover, size, sizePower) *
      (inside.sum / inside.cover - referenceOf(all, inside, maybe)),
  };
}

function createPrefixBound({
  values,
  perRow,
  lowest,
  leastCover,
}: {
  readonly values: Float64Array;
  /** Size factor over the rows, by number of rows. */
  readonly perRow: Float64Array;
  readonly lowest: number;
  readonly leastCover: number;
}): Gauge['bound'] {
  return (a, b, tally) => {
    let cover = 0;
    let sum = 0;
    let best = Number.NEGATIVE_INFINITY;
    for (let w = 0; w < a.length; w++) {
      for (let rest = a[w]! & b[w]!; rest !== 0; rest &= rest - 1) {
        const value = values[32 * w + 31 - Math.clz32(rest & -rest)]!;
        cover++;
        sum += value;
        if (cover < leastCover || (value <= lowest && cover > leastCover)) continue;
        const quality = perRow[cover]! * (sum - cover * lowest);
        if (quality > best) best = quality;
      }
    }
    tally.cover = cover;
    tally.sum = sum;
    return best;
  };
}

/** Smallest mean of the known rows that a conjunction can be compared with: unknown rows above it are left out. */
function lowestReference(ground: Ground & { readonly values: Float64Array }, all: Readonly<Tally>): number {
  let { cover, sum } = all;
  const unknown = unknownRows(ground);
  if (unknown === null) return sum / cover;
  ground.values.forEach((value, slot) => {
    if (((unknown[slot >>> 5]! >>> (slot & 31)) & 1) === 0 || value * cover <= sum) return;
    cover--;
    sum -= value;
  });
  return sum / cover;
}
