import { binOf, cutLevels } from './cut-levels.ts';
import { aboutField, type FieldAbout } from './field-about.ts';
import type { CandidateField } from './types.ts';
import { binLabel, windowBuilder } from './window-condition.ts';

/**
 * A candidate field of numbers: exact values while they are few, else bins of about equal size, searched for windows.
 *
 * @param values null is unknown; a number that is not finite is unknown too.
 * @example
 * codeNumbers([3, null, 12], { ...about, column: 'locations', currency: null });
 */
export function codeNumbers(
  values: readonly (number | null)[],
  about: FieldAbout & { readonly currency: string | null },
): CandidateField {
  const numbers = Float64Array.from(values, (value) =>
    value !== null && Number.isFinite(value) ? value : Number.NaN,
  );
  const bins = cutLevels(numbers.filter((value) => !Number.isNaN(value)));
  return {
    ...aboutField(about),
    kind: 'number',
    ordered: true,
    codes: Int32Array.from(numbers, (value) => (Number.isNaN(value) ? -1 : binOf(bins, value))),
    levels: bins.map((bin) => ({ label: binLabel(bin), ...bin, nameable: true })),
    condition: windowBuilder(bins, about),
  };
}
