import type { Readings } from './percentiles-by-kind.ts';
import type { Customer } from './select-customers.ts';
import type { CustomerFacts } from './types.ts';

/** One way to measure a component: its name for people, and the value, null when unknown. */
export interface Source {
  readonly label: string;
  readonly read: (facts: CustomerFacts) => number | null;
}

/** Takes for each customer the first source that is known, and remembers which it was. */
export function readSources(customers: readonly Customer[], sources: readonly Source[]): Readings {
  const values = new Float64Array(customers.length).fill(Number.NaN);
  const kindOf = new Int32Array(customers.length).fill(-1);
  customers.forEach(({ facts }, i) => {
    for (let kind = 0; kind < sources.length; kind++) {
      const value = sources[kind]!.read(facts);
      if (value === null || !Number.isFinite(value)) continue;
      values[i] = value;
      kindOf[i] = kind;
      return;
    }
  });
  return { values, kindOf, kinds: sources.map((source) => source.label) };
}
