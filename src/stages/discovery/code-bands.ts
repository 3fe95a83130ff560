import type { Band } from '../../base/expr/index.ts';
import { bandBins } from './band-bins.ts';
import { binOf, cutLevels } from './cut-levels.ts';
import { aboutField, type FieldAbout } from './field-about.ts';
import type { CandidateField } from './types.ts';
import { binLabel, windowBuilder } from './window-condition.ts';

/**
 * A candidate field of numbers known only as bands (`51-200`), mixed with exact ones or not, searched for windows over
 * bins that the bands draw. A band that straddles bins is unknown.
 *
 * @param values an exact number has equal ends; null is unknown.
 */
export function codeBands(
  values: readonly (Band | null)[],
  about: FieldAbout & { readonly currency: string | null },
): CandidateField {
  const known = values.filter((band) => band !== null);
  const areExact = known.every(({ low, high }) => low === high);
  const bins = areExact ? cutLevels(Float64Array.from(known, ({ low }) => low)) : bandBins(known);
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
