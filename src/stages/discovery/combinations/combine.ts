import type { Condition } from '../../../base/expr/index.ts';
import type { Sample } from '../sample.ts';
import type { CandidateField } from '../types.ts';

/** Levels of one field. */
export interface Cover {
  readonly field: number;
  readonly levels: readonly number[];
}

/** Level of a combination that holds. */
export const HOLDS = 1;

/** Conditions that hold together as one yes/no field: no where one of them is no, else unknown where one is unknown. */
export function combine({ fields }: Pick<Sample, 'fields'>, covers: readonly Cover[]): CandidateField {
  const parts = covers.map(({ field }) => fields[field]!);
  const conditions = conditionsOf({ fields }, covers);
  const level = (label: string, nameable: boolean) => ({ label, low: null, high: null, nameable });
  return {
    id: parts.map(({ id }) => id).join(' + '),
    label: parts.map(({ label }) => label).join(' and '),
    layer: parts[0]!.layer,
    kind: 'boolean',
    ordered: false,
    codes: codesOf({ fields }, covers),
    levels: [level('outside', false), level('inside', true)],
    condition: () => ({ op: 'all', conditions }),
    known: parts.some(({ known }) => known === 'unknown') ? 'unknown' : 'before',
    knownBy: 'guessed',
    searchable: searchableOf(parts),
    perAccount: parts.every(({ perAccount }) => perAccount),
  };
}

/** The conditions of some covers, those of a part that is a combination itself one by one. */
export function conditionsOf(
  { fields }: Pick<Sample, 'fields'>,
  covers: readonly Cover[],
): readonly Condition[] {
  return covers.flatMap(({ field, levels }) => {
    const condition = fields[field]!.condition(levels);
    return condition.op === 'all' ? condition.conditions : [condition];
  });
}

function codesOf({ fields }: Pick<Sample, 'fields'>, covers: readonly Cover[]): Int32Array {
  const codes = new Int32Array(fields[0]!.codes.length).fill(HOLDS);
  for (const { field, levels } of covers) {
    const of = fields[field]!.codes;
    const inside = new Uint8Array(fields[field]!.levels.length);
    for (const level of levels) inside[level] = 1;
    for (let i = 0; i < codes.length; i++) {
      const level = of[i]!;
      if (level < 0) codes[i] = codes[i] === 0 ? 0 : -1;
      else if (inside[level] === 0) codes[i] = 0;
    }
  }
  return codes;
}

function searchableOf(parts: readonly CandidateField[]): boolean | null {
  if (parts.some(({ searchable }) => searchable === false)) return false;
  return parts.some(({ searchable }) => searchable === null) ? null : true;
}
