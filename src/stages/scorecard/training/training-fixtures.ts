import { createRandom } from '../../../base/stats/index.ts';
import {
  type CandidateField,
  codeCategories,
  codeNumbers,
  codeTruths,
  type DiscoveryInput,
} from '../../discovery/index.ts';
import type { TrainingTask } from './types.ts';

/** Customers of whom two traits make the best: a yes/no and a window; the other fields are noise. */
export function plantedTask(units: number, seed: number): TrainingTask {
  const random = createRandom(seed);
  const draw = <T>(one: () => T): T[] => Array.from({ length: units }, one);
  const uses = draw(() => random.next() < 0.5);
  const size = draw(() => Math.floor(60 * random.next()));
  const inWindow = size.map((n) => n >= 10 && n <= 30);
  const value = Float64Array.from(
    uses,
    (yes, i) => 1.6 * Number(yes) + 1.6 * Number(inWindow[i]) + random.normal(),
  );
  const about = {
    layer: 'firmographic',
    known: 'before',
    knownBy: 'guessed',
    searchable: true,
    perAccount: true,
  } as const;
  const named = (id: string) => ({ ...about, id, column: id, label: id });
  const fields: CandidateField[] = [
    codeTruths(uses, {
      ...about,
      id: 'exports',
      label: 'exports',
      kind: 'boolean',
      yes: { op: 'any', field: 'exports', values: [true] },
      no: { op: 'any', field: 'exports', values: [false] },
    }),
    codeNumbers(size, { ...named('employees'), currency: null }),
    ...[1, 2, 3].map((f) =>
      codeNumbers(
        draw(() => random.normal()),
        { ...named(`noise ${f}`), currency: null },
      ),
    ),
    ...[1, 2].map((f) =>
      codeCategories(
        draw(() => `v${random.integer(4)}`),
        named(`kind ${f}`),
      ),
    ),
  ];
  return {
    discovery: inputOf(value, fields, seed),
    catalog: [],
    given: [],
    options: {
      most: 8,
      style: 'signed',
      forbidden: [],
      signs: {},
      eachLayer: false,
      searchableOnly: true,
      permutations: 99,
    },
  };
}

function inputOf(value: Float64Array, fields: readonly CandidateField[], seed: number): DiscoveryInput {
  const cut = value.slice().sort()[value.length - Math.round(value.length / 3)]!;
  return {
    snapshot: 'planted',
    asOf: '2026-01-01',
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
    seed,
    permutations: 99,
    depth: 1,
    quality: 'wracc',
  };
}

/** All places of a task's units. */
export function everyRow({ discovery }: TrainingTask): Int32Array {
  return Int32Array.from(discovery.label.keys());
}
