import { countBoth } from './count-both.ts';
import { type Gauge, referenceOf, sizeFactor, type Tally } from './gauge.ts';
import type { Ground } from './lay-out.ts';
import { unknownRows } from './unknown-rows.ts';

const ROUNDING = 1e-13;
/** Words that are counted between two looks at what can still be reached. */
const CHUNK = 256;

/**
 * Quality of a label: (n/N)^a x (share inside - share of the known). For a at most 1 it falls with every 0 inside, so
 * that the positives alone bound it (Wrobel 1997; Grosskreutz, Rueping and Wrobel 2008): only they are counted until
 * a conjunction is worth the rest.
 */
export function createLabelGauge(
  ground: Ground,
  { sizePower, leastCover }: { readonly sizePower: number; readonly leastCover: number },
): Gauge {
  const all: Tally = { cover: ground.size, sum: ground.positives };
  const ones = { from: 0, to: (ground.positives + 31) >>> 5 };
  const zeros = { from: ones.to, to: ground.words };
  const lowest = lowestReference(ground);
  const qualityAt = (positives: number, cover: number): number =>
    cover === 0 ? 0 : sizeFactor(cover, all.cover, sizePower) * (positives / cover - lowest);
  const boundOf = (positives: number): number => qualityAt(positives, Math.max(positives, leastCover));
  return {
    all,
    floor: 0,
    slack: ROUNDING,
    bound: (a, b, tally) => {
      tally.sum = countBoth(a, b, ones);
      return boundOf(tally.sum);
    },
    alone: ({ cover, positives }, tally) => {
      tally.cover = cover;
      tally.sum = positives;
      return boundOf(positives);
    },
    finish: ({ a, b }, tally, bar) => {
      tally.cover = tally.sum;
      for (let from = zeros.from; from < zeros.to; from += CHUNK) {
        tally.cover += countBoth(a, b, { from, to: Math.min(from + CHUNK, zeros.to) });
        // What was counted so far bounds the quality, which falls with every 0.
        if (qualityAt(tally.sum, tally.cover) < bar) return false;
      }
      return true;
    },
    quality: (inside, maybe) =>
      sizeFactor(inside.cover, all.cover, sizePower) *
      (inside.sum / inside.cover - referenceOf(all, inside, maybe)),
  };
}

/** Smallest share of the known rows that a conjunction can be compared with: all unknown positives left out. */
function lowestReference(ground: Ground): number {
  const { size, positives } = ground;
  const unknown = unknownRows(ground);
  const lost = unknown === null ? 0 : countBoth(unknown, unknown, { from: 0, to: (positives + 31) >>> 5 });
  return size === lost ? 0 : (positives - lost) / (size - lost);
}
