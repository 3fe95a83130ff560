import type { Random } from '../../base/stats/index.ts';
import { accountCodes, accountMeans, accountSums } from './clusters.ts';
import type { Judge } from './judge.ts';
import { createLabelJudge } from './label-judge.ts';
import { type Basis, createBasis, residualize } from './residual-basis.ts';
import type { Sample } from './sample.ts';
import { createScoreJudge } from './score-judge.ts';
import { createColumn, type SearchColumn } from './search-column.ts';
import type { StartQuarters } from './start-quarters.ts';

/** Records that are exchanged as wholes, with the fields that belong to them: deals, or the accounts they are of. */
export interface Grain {
  readonly byAccount: boolean;
  readonly columns: readonly SearchColumn[];
}

/** What a grain is tested on in one round of the search. */
export interface Trial {
  readonly grain: Grain;
  readonly judge: Judge;
  readonly scores: Float64Array;
  /** What the scores were regressed on; null in the first round. */
  readonly basis: Basis | null;
  /** Places within which scores are exchanged; null exchanges all. */
  readonly blocks: readonly Int32Array[] | null;
}

/** The scores of a sample, and the quarters within which they are compared, if they are. */
export interface Scoring {
  readonly sample: Sample;
  readonly score: Float64Array;
  readonly within: StartQuarters | null;
}

/** A hypothesis to test besides the searched fields: these levels of that field against its others. */
export interface Declared {
  readonly field: number;
  readonly levels: readonly number[];
}

/** The fields of a sample, laid out at the grain they vary at. */
export function layOut(sample: Sample, declared: readonly Declared[]): readonly Grain[] {
  const units: SearchColumn[] = [];
  const accounts: SearchColumn[] = [];
  const add = (codes: Int32Array, column: (codes: Int32Array) => SearchColumn): void => {
    const byAccount = sample.clusters === null ? null : accountCodes(codes, sample.clusters);
    (byAccount === null ? units : accounts).push(column(byAccount ?? codes));
  };
  sample.fields.forEach((field, f) => {
    add(field.codes, (codes) => createColumn(codes, field, { field: f, hypothesis: null }));
  });
  declared.forEach(({ field, levels }) => {
    const inside = new Set(levels);
    const codes = sample.fields[field]!.codes.map((level) => (level < 0 ? -1 : Number(inside.has(level))));
    add(codes, (coded) => createColumn(coded, INSIDE, { field, hypothesis: levels }));
  });
  return [
    { byAccount: false, columns: units },
    { byAccount: true, columns: accounts },
  ].filter((grain) => grain.columns.length > 0);
}

const side = (label: string, nameable: boolean) => ({ label, low: null, high: null, nameable });
const INSIDE = { ordered: false, levels: [side('outside', false), side('inside', true)] };

/**
 * The scores of a round at one grain. At account grain a record is an account with the sum of its deals' centred
 * scores, which makes the permutation variance of a sum over accounts exact whatever the deals have in common.
 *
 * Where outcomes are cut off by time, records are compared and exchanged within the quarter of their start; accounts
 * are compared within their quarters, and exchanged freely.
 *
 * @param taken one column per condition already supported, over the sample's records; null before the first.
 */
export function openTrial(
  grain: Grain,
  { sample, score, within }: Scoring,
  taken: readonly Float64Array[] | null,
): Trial {
  const { clusters } = sample;
  const columns = within === null ? taken : [...within.columns, ...(taken ?? [])];
  if (grain.byAccount && clusters !== null) {
    const scores = accountSums(score, clusters);
    const means = (columns ?? []).map((column) => accountMeans(column, clusters));
    return residualTrial(grain, scores, columns === null ? null : createBasis(means, clusters.accounts));
  }
  if (columns !== null) {
    const trial = residualTrial(grain, score, createBasis(columns, sample.size));
    return { ...trial, blocks: within === null ? null : blocksOf(within.quarters) };
  }
  if (sample.value !== null) return residualTrial(grain, score, null);
  const judge = createLabelJudge(sample.size);
  return { grain, judge, scores: Float64Array.from(sample.label), basis: null, blocks: null };
}

/** Places of the records of each quarter. */
function blocksOf(quarters: Int32Array): readonly Int32Array[] {
  const most = quarters.reduce((top, quarter) => Math.max(top, quarter), 0);
  const places = Array.from({ length: most + 1 }, (): number[] => []);
  quarters.forEach((quarter, i) => {
    places[quarter]!.push(i);
  });
  return places.filter(({ length }) => length > 1).map((place) => Int32Array.from(place));
}

function residualTrial(grain: Grain, score: Float64Array, basis: Basis | null): Trial {
  const scores = score.slice();
  if (basis !== null) residualize(scores, basis);
  return { grain, judge: createScoreJudge(), scores, basis, blocks: null };
}

/**
 * Permuted scores without end. Residuals are permuted and regressed again (Freedman and Lane 1983), so that what was
 * taken stays explained. The array returned is used again by the next call.
 */
export function createShuffler(trial: Trial, random: Random): () => Float64Array {
  const pool = trial.scores.slice();
  if (trial.basis === null) {
    return () => {
      random.shuffle(pool);
      return pool;
    };
  }
  const basis = trial.basis;
  const result = new Float64Array(pool.length);
  return () => {
    if (trial.blocks === null) random.shuffle(pool);
    else for (const block of trial.blocks) shuffleAt(pool, block, random);
    result.set(pool);
    residualize(result, basis);
    return result;
  };
}

function shuffleAt(pool: Float64Array, places: Int32Array, random: Random): void {
  for (let last = places.length - 1; last > 0; last--) {
    const [one, other] = [places[last]!, places[random.integer(last + 1)]!];
    const kept = pool[one]!;
    pool[one] = pool[other]!;
    pool[other] = kept;
  }
}
