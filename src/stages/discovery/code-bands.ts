import type { Band } from '../../base/expr/index.ts';
import { bandBins } from './band-bins.ts';
import { binOf, cutLevels } from './cut-levels.ts';
import { aboutField, type FieldAbout } from './field-about.ts';
import type { CandidateField } from './types.ts';
import { binLabel, windowBuilder } from './window-condition.ts';

/** Share of the known values that must be bands for bands to draw the bins. */
const BANDED = 0.2;

/**
 * A candidate field of numbers known only as bands (`51-200`), mixed with exact ones or not, searched for windows over
 * bins that the bands draw, or the exact values where bands are few. A band that straddles bins is unknown.
 *
 * @param values an exact number has equal ends; null is unknown.
 */
export function codeBands(
  values: readonly (Band | null)[],
  about: FieldAbout & { readonly currency: string | null },
): CandidateField {
  const known = values.filter((band) => band !== null);
  const exact = known.filter(({ low, high }) => low === high).map(({ low }) => low);
  const areBands = known.length - exact.length >= BANDED * known.length;
  const bins = areBands && known.length > 0 ? bandBins(known) : cutLevels(Float64Array.from(exact));
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
