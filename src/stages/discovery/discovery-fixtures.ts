import { createRandom } from '../../base/stats/index.ts';
import { codeCategories } from './code-categories.ts';
import { codeNumbers } from './code-numbers.ts';
import { codeTruths } from './code-truths.ts';
import type { FieldAbout } from './field-about.ts';
import type { CandidateField, DiscoveryInput } from './types.ts';

/** A field as the tests describe it: everything about it but its values. */
export function aboutTest(id: string, changes: Partial<FieldAbout> = {}): FieldAbout {
  return {
    id,
    column: id,
    label: id,
    layer: 'firmographic',
    known: 'before',
    knownBy: 'guessed',
    searchable: true,
    perAccount: true,
    ...changes,
  };
}

/** A number field. */
export function numbers(
  id: string,
  values: readonly (number | null)[],
  changes: Partial<FieldAbout> = {},
): CandidateField {
  return codeNumbers(values, { ...aboutTest(id, changes), currency: null });
}

/** A text field. */
export function texts(
  id: string,
  values: readonly (string | null)[],
  changes: Partial<FieldAbout> = {},
): CandidateField {
  return codeCategories(values, aboutTest(id, changes));
}

/** A yes/no field. */
export function truths(
  id: string,
  values: readonly (boolean | null)[],
  changes: Partial<FieldAbout> = {},
): CandidateField {
  return codeTruths(values, {
    ...aboutTest(id, changes),
    kind: 'boolean',
    yes: { op: 'any', field: id, values: [true] },
    no: { op: 'any', field: id, values: [false] },
  });
}

/** An input with the best third by value, or with a given label. */
export function inputFor(
  value: Float64Array,
  fields: readonly CandidateField[],
  changes: Partial<DiscoveryInput> = {},
): DiscoveryInput {
  const cut = value.slice().sort()[value.length - Math.round(value.length / 3)]!;
  return {
    snapshot: 'test',
    asOf: '2026-01-31',
    contrast: 'best-rest',
    unit: 'customer',
    label: Uint8Array.from(value, (v) => Number(v >= cut)),
    value,
    components: [],
    cluster: null,
    startedOn: null,
    cutOff: false,
    fields,
    declared: [],
    reach: null,
    seed: 1,
    permutations: 499,
    depth: 3,
    quality: 'wracc',
    ...changes,
  };
}

/** Noise: normal values and as many fields of each kind. */
export function noise(seed: number, n: number, ofEach: number): DiscoveryInput {
  const random = createRandom(seed);
  const draw = <T>(one: () => T): T[] => Array.from({ length: n }, one);
  const fields = Array.from({ length: ofEach }, (_, f) => [
    truths(
      `yes${f}`,
      draw(() => random.next() < 0.4),
    ),
    numbers(
      `number${f}`,
      draw(() => random.normal()),
    ),
    texts(
      `text${f}`,
      draw(() => `v${random.integer(5)}`),
    ),
  ]).flat();
  const value = Float64Array.from({ length: n }, () => random.normal());
  return inputFor(value, fields, { seed });
}
