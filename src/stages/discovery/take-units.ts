import type { CandidateField, DiscoveryInput } from './types.ts';

/** The same input with some of its units alone, in the order given; levels stay as they were coded on all of them. */
export function takeUnits<T extends DiscoveryInput>(input: T, rows: Int32Array): T {
  const numbers = (of: Float64Array | null) => of && Float64Array.from(rows, (i) => of[i]!);
  return {
    ...input,
    label: Uint8Array.from(rows, (i) => input.label[i]!),
    value: numbers(input.value),
    components: input.components.map((component) => ({ ...component, values: numbers(component.values)! })),
    cluster: input.cluster && Int32Array.from(rows, (i) => input.cluster![i]!),
    startedOn: numbers(input.startedOn),
    fields: takeFields(input.fields, rows),
  };
}

function takeFields(fields: readonly CandidateField[], rows: Int32Array): readonly CandidateField[] {
  return fields.map((field) => ({ ...field, codes: Int32Array.from(rows, (i) => field.codes[i]!) }));
}
