import { accountCodes, accountMeans } from '../clusters.ts';
import { coverColumn } from '../cover.ts';
import { openTrial, type Trial } from '../grain.ts';
import { createBasis, residualize } from '../residual-basis.ts';
import { designOf, type Search } from '../round.ts';
import type { Sample } from '../sample.ts';
import type { CandidateField } from '../types.ts';
import { type Cover, combine, HOLDS } from './combine.ts';
import { withoutOne } from './list-combinations.ts';
import type { Part } from './part.ts';

/** What a combination adds to its parts, as a contrast over the records. */
export interface Increment {
  readonly parts: readonly Part[];
  readonly field: CandidateField;
  readonly sign: 1 | -1;
  /** Its cover less all that its parts, and the parts of other combinations, explain; of length 1. */
  readonly contrast: Float64Array;
  /** How many times the variance of its sum is that of free records. */
  readonly design: number;
}

/** Combinations whose records are permuted together: accounts, or the records themselves. */
export interface IncrementTrial {
  readonly trial: Trial;
  /** Made one by one, as they are asked for: many columns of many records are large. */
  readonly increments: Iterable<Increment>;
}

/** Least share of a record that must be left of a contrast, so that it does not rest on rounding. */
const LEAST = 0.25;
const MIN_SHARE = 0.03;
const MIN_RECORDS = 3;

/**
 * Lays out combinations for their test as increments (statistics.md, section 2): scores and covers lose what the
 * conditions in `taken` explain, and each cover also what the parts and the smaller combinations within it explain.
 * What is left is 0 on average when the parts only add up.
 */
export function openIncrements(
  search: Search,
  sets: readonly (readonly Part[])[],
  taken: readonly Cover[],
): readonly IncrementTrial[] {
  const { sample } = search;
  const fields = sets.map((parts) => combine(sample, parts)).map(enough(sample));
  const columns = taken.map((cover) => coverColumn(sample, cover.field, cover.levels));
  const grains = sample.clusters === null ? [false] : [false, true];
  return grains.flatMap((byAccount): IncrementTrial[] => {
    const chosen = sets.flatMap((parts, s): Combined[] => {
      const field = fields[s]!;
      return field !== null && isOfAccount(sample, field, parts) === byAccount ? [{ parts, field }] : [];
    });
    if (chosen.length === 0) return [];
    const trial = openTrial({ byAccount, columns: [] }, search, columns);
    return [{ trial, increments: incrementsOf(search, trial, chosen) }];
  });
}

interface Combined {
  readonly parts: readonly Part[];
  readonly field: CandidateField;
}

function* incrementsOf(search: Search, trial: Trial, chosen: readonly Combined[]): Iterable<Increment> {
  const residual = createResiduals(search.sample, trial);
  for (const one of chosen) {
    const increment = incrementOf(search, trial, { ...one, residual });
    if (increment !== null) yield increment;
  }
}

/** What is left of the cover of some parts when all that was taken is out of it. */
type Residuals = (parts: readonly Part[]) => Float64Array;

/** Single parts come again and again in combinations: theirs are kept. */
function createResiduals(sample: Sample, trial: Trial): Residuals {
  const kept = new Map<string, Float64Array>();
  const made = (parts: readonly Part[]): Float64Array => {
    const column = coverOf(sample, trial, combine(sample, parts));
    residualize(column, trial.basis!);
    return column;
  };
  return (parts) => {
    const [first, ...others] = parts;
    if (first === undefined || others.length > 0) return made(parts);
    const key = `${first.field} ${first.levels.join(' ')}`;
    const column = kept.get(key) ?? made(parts);
    kept.set(key, column);
    return column;
  };
}

function enough({ independent }: Sample) {
  const least = Math.max(MIN_RECORDS, Math.ceil(MIN_SHARE * independent));
  return (field: CandidateField): CandidateField | null => {
    let [inside, outside] = [0, 0];
    for (const code of field.codes) {
      if (code === HOLDS) inside++;
      else if (code === 0) outside++;
    }
    return inside >= least && outside >= least ? field : null;
  };
}

function isOfAccount({ clusters, fields }: Sample, field: CandidateField, parts: readonly Part[]): boolean {
  if (clusters === null) return false;
  const all = [field, ...parts.map((part) => fields[part.field]!)];
  return all.every(({ codes }) => accountCodes(codes, clusters) !== null);
}

function incrementOf(
  search: Search,
  trial: Trial,
  { parts, field, residual }: Combined & { readonly residual: Residuals },
): Increment | null {
  const contrast = residual(parts);
  residualize(contrast, createBasis(spannedBy(parts, residual), contrast.length));
  const squares = squaresOf(contrast);
  if (squares < LEAST) return null;
  const design = trial.grain.byAccount ? 1 : designOf(search, trial, coverOf(search.sample, trial, field));
  return {
    parts,
    field,
    sign: parts[0]!.sign,
    contrast: contrast.map((x) => x / Math.sqrt(squares)),
    design,
  };
}

/** What the smaller combinations within one cover, single parts included, beyond what was taken. */
function spannedBy(parts: readonly Part[], residual: Residuals): readonly Float64Array[] {
  if (parts.length < 2) return [];
  return withoutOne(parts).flatMap((some) => {
    const column = residual(some);
    const inner = spannedBy(some, residual);
    return squaresOf(column) < LEAST ? inner : [...inner, column];
  });
}

function squaresOf(column: Float64Array): number {
  return column.reduce((sum, x) => sum + x * x, 0);
}

/** 1 inside, 0 outside, the mean where it is unknown; of accounts their means. */
function coverOf(sample: Sample, { grain }: Trial, field: CandidateField): Float64Array {
  const column = coverColumn({ ...sample, fields: [field] }, 0, [HOLDS]);
  return grain.byAccount && sample.clusters !== null ? accountMeans(column, sample.clusters) : column;
}
