import type { DiscoveryInput } from '../../discovery/index.ts';

/** Which units must stay together when some are held out. */
export interface UnitGroups {
  /** Group of each unit, 0-based. */
  readonly of: Int32Array;
  readonly size: number;
  /** What was kept together. */
  readonly by: 'nothing' | 'account' | 'record' | 'account and record';
}

/** Share of all units that one group may hold before identical records are let apart again. */
const LARGEST = 0.25;
/** Different records a unit from which two alike may be one written twice: with fewer, being alike is the rule. */
const DIFFERENT = 0.7;

/**
 * Units of one account stay together, and so do units alike in every field: else what is learned from one is tested on its
 * copy. Records are let apart where few fields make most of them alike (holding out every record like it would test on traits
 * never seen), and where records and accounts link a quarter of all units to one group.
 */
export function groupUnits(input: Pick<DiscoveryInput, 'cluster' | 'fields' | 'label'>): UnitGroups {
  const units = input.label.length;
  const records = number(recordsOf(input));
  const copies = records.size >= DIFFERENT * units;
  if (input.cluster === null) {
    return copies
      ? { ...records, by: 'record' }
      : { of: Int32Array.from(input.label.keys()), size: units, by: 'nothing' };
  }
  const both = number(link(input.cluster, records.of));
  return copies && largest(both) <= LARGEST * units
    ? { ...both, by: 'account and record' }
    : { ...number(input.cluster), by: 'account' };
}

function recordsOf({ fields, label }: Pick<DiscoveryInput, 'fields' | 'label'>): Int32Array {
  const texts = new Map<string, number>();
  return Int32Array.from(label, (_, i) => {
    const text = fields.map(({ codes }) => codes[i]!).join();
    const at = texts.get(text) ?? i;
    texts.set(text, at);
    return at;
  });
}

/** Smallest groups in which units of one account or of one record are together. */
function link(accounts: Int32Array, records: Int32Array): Int32Array {
  const parent = Int32Array.from(accounts, (_, i) => i);
  const rootOf = (unit: number): number => {
    let root = unit;
    while (parent[root] !== root) root = parent[root] = parent[parent[root]!]!;
    return root;
  };
  for (const keys of [accounts, records]) {
    const first = new Map<number, number>();
    keys.forEach((key, unit) => {
      const other = first.get(key);
      if (other === undefined) first.set(key, unit);
      else parent[rootOf(unit)] = rootOf(other);
    });
  }
  return parent.map((_, unit) => rootOf(unit));
}

function number(keys: Int32Array): { readonly of: Int32Array; readonly size: number } {
  const numbers = new Map<number, number>();
  const of = keys.map((key) => {
    const known = numbers.get(key) ?? numbers.size;
    numbers.set(key, known);
    return known;
  });
  return { of, size: numbers.size };
}

function largest({ of, size }: { readonly of: Int32Array; readonly size: number }): number {
  const counts = new Int32Array(size);
  for (const group of of) counts[group]!++;
  return counts.reduce((most, count) => Math.max(most, count), 0);
}
