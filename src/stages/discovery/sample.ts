import type { Clusters } from './clusters.ts';
import type { CandidateField, DiscoveryInput, Unit } from './types.ts';

/** The records of one search: all of the input, or some of them. */
export interface Sample {
  readonly size: number;
  readonly label: Uint8Array;
  readonly best: number;
  readonly value: Float64Array | null;
  /** Accounts of the records; null when records are accounts. */
  readonly clusters: Clusters | null;
  /** Records that can be permuted freely: accounts where there are clusters. */
  readonly independent: number;
  readonly fields: readonly CandidateField[];
  readonly startedOn: Float64Array | null;
}

/** The chosen records of an input, as one sample; nothing is copied when all are chosen. */
export function takeSample(input: DiscoveryInput, rows: Int32Array): Sample {
  const all = rows.length === input.label.length;
  const label = all ? input.label : Uint8Array.from(rows, (i) => input.label[i]!);
  const codes = (of: Int32Array): Int32Array => (all ? of : Int32Array.from(rows, (i) => of[i]!));
  const numbers = (of: Float64Array): Float64Array => (all ? of : Float64Array.from(rows, (i) => of[i]!));
  const clusters = input.cluster === null ? null : dense(codes(input.cluster));
  return {
    size: rows.length,
    label,
    best: label.reduce((sum, y) => sum + y, 0),
    value: input.value === null ? null : numbers(input.value),
    clusters,
    independent: clusters === null ? rows.length : clusters.accounts,
    fields: input.fields.map((field) => ({ ...field, codes: codes(field.codes) })),
    startedOn: input.startedOn === null ? null : numbers(input.startedOn),
  };
}

/** What the free records of a sample are called. */
export function freeRecords({ clusters }: Pick<Sample, 'clusters'>, unit: Unit): string {
  return clusters === null ? `${unit}s` : 'accounts';
}

/** Records that can be ranked: all, or those with a value where there is one. */
export function usableRows(input: DiscoveryInput): Int32Array {
  const rows = Int32Array.from(input.label, (_, i) => i);
  return input.value === null ? rows : rows.filter((i) => Number.isFinite(input.value![i]!));
}

function dense(codes: Int32Array): Clusters {
  const names = new Map<number, number>();
  const cluster = codes.map((account) => {
    const known = names.get(account);
    if (known !== undefined) return known;
    names.set(account, names.size);
    return names.size - 1;
  });
  return { cluster, accounts: names.size };
}
