import { regionOf, regions } from '../../base/expr/index.ts';
import { codeCategories } from './code-categories.ts';
import type { FieldAbout } from './field-about.ts';
import type { CandidateField } from './types.ts';

/**
 * The regions of the world that countries lie in, as a candidate field beside the countries themselves: where customers
 * are spread over many countries, a region may show what no single one has the numbers for. Its conditions list the
 * countries, so that they ask nothing new of the data. Null where no region has two of the countries: then it says nothing
 * that the countries do not.
 *
 * @param values ISO 3166-1 alpha-2; what is in no region stays as it is, null is unknown.
 * @param about of the field of countries.
 */
export function codeRegions(values: readonly (string | null)[], about: FieldAbout): CandidateField | null {
  const places = new Map(
    [...new Set(values)].map((value) => [value, value === null ? null : placeOf(value)]),
  );
  if (new Set(places.values()).size === places.size) return null;
  const field = codeCategories(
    values.map((value) => places.get(value) ?? null),
    { ...about, id: `${about.id}:region` },
  );
  return {
    ...field,
    groups: about.id,
    condition: (levels) => ({
      op: 'any',
      field: about.column,
      values: levels.flatMap((level) => countriesOf(field.levels[level]!.label)),
    }),
  };
}

function placeOf(country: string): string {
  return regionOf(country) ?? country;
}

function countriesOf(place: string): readonly string[] {
  return regions.get(place) ?? [place];
}
