import type { Band } from '../../base/expr/index.ts';
import { type Bin, binOf, cutLevels } from './cut-levels.ts';
import { aboutField, type FieldAbout } from './field-about.ts';
import type { CandidateField } from './types.ts';
import { binLabel, windowBuilder } from './window-condition.ts';

/** Share of the known values that must be bands for bands to draw the bins. */
const BANDED = 0.2;

/**
 * A candidate field of numbers known only as bands (`51-200`), mixed with exact ones or not: the commonest bands that
 * do not overlap are the bins, values between them form bins of their own. A band that straddles bins is unknown.
 *
 * @param values an exact number has equal ends; null is unknown.
 */
export function codeBands(
  values: readonly (Band | null)[],
  about: FieldAbout & { readonly currency: string | null },
): CandidateField {
  const bins = drawBins(values.filter((band) => band !== null));
  const codes = Int32Array.from(values, (band) => {
    if (band === null) return -1;
    const bin = binOf(bins, band.low);
    return bin >= 0 && bin === binOf(bins, band.high) ? bin : -1;
  });
  return {
    ...aboutField(about),
    kind: 'number',
    ordered: true,
    codes,
    levels: bins.map((bin) => ({ label: binLabel(bin), ...bin, nameable: true })),
    condition: windowBuilder(bins, about),
  };
}

function drawBins(known: readonly Band[]): readonly Bin[] {
  const bands = known.filter(({ low, high }) => low < high);
  const exact = Float64Array.from(known.filter(({ low, high }) => low === high).map(({ low }) => low));
  if (bands.length < BANDED * known.length) return cutLevels(exact);
  const bins = disjointBands(bands);
  const between = exact.filter((value) => binOf(bins, value) < 0);
  const edges = [...bins, ...gapBins(bins, between)];
  return edges.sort((a, b) => a.low - b.low);
}

/** The commonest bands first; one that overlaps a chosen band is left out. */
function disjointBands(bands: readonly Band[]): readonly Bin[] {
  const counts = new Map<string, { readonly bin: Bin; count: number }>();
  for (const { low, high } of bands) {
    const key = `${low} ${high}`;
    const seen = counts.get(key) ?? { bin: { low, high }, count: 0 };
    seen.count++;
    counts.set(key, seen);
  }
  const ranked = [...counts.values()].sort((a, b) => b.count - a.count || a.bin.low - b.bin.low);
  const chosen: Bin[] = [];
  for (const { bin } of ranked) {
    if (chosen.every((other) => bin.high < other.low || bin.low > other.high)) chosen.push(bin);
  }
  return chosen.sort((a, b) => a.low - b.low);
}

/** One bin for the exact values of each gap between bands. */
function gapBins(bins: readonly Bin[], values: Float64Array): readonly Bin[] {
  const gaps = new Map<number, Bin>();
  for (const value of values) {
    const gap = bins.filter(({ high }) => high < value).length;
    const { low, high } = gaps.get(gap) ?? { low: value, high: value };
    gaps.set(gap, { low: Math.min(low, value), high: Math.max(high, value) });
  }
  return [...gaps.values()];
}
