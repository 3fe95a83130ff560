import { normalUpperTail } from '../../base/stats/index.ts';
import type { Trial } from './grain.ts';
import { createScan, type Scan, scanColumn, squared } from './scan-column.ts';
import type { SearchColumn } from './search-column.ts';

/** The strongest condition of one column, as the real scores show it. */
export interface Found {
  readonly trial: Trial;
  readonly column: SearchColumn;
  /** Levels of the field that the condition holds for. */
  readonly levels: readonly number[];
  /** 1: scores inside are higher; -1: lower. */
  readonly sign: 1 | -1;
  /** Distance from chance, after the design effect. */
  readonly z: number;
  /** Chance of that z for this one condition, `sides` directions counted. */
  readonly p: number;
  readonly sides: 1 | 2;
  /** Variance of the sum over what free records would give; 1 without clusters. */
  readonly design: number;
}

/** Strongest condition of a column for the real scores; null when no condition covers enough. */
export function findBest(
  trial: Trial,
  column: SearchColumn,
  designOf: (trial: Trial, column: SearchColumn, levels: readonly number[]) => number,
): Found | null {
  const scan = createScan(column.counts.length);
  scanColumn(column, squared(trial.scores), { judge: trial.judge, scan });
  if (scan.strength < 0) return null;
  const run = Array.from(scan.order.subarray(scan.first, scan.last + 1)).sort((a, b) => a - b);
  const levels = column.hypothesis ?? run;
  const { sides } = trial.judge;
  const p = trial.judge.p(scan.strength);
  const z = trial.judge.z(scan.strength);
  const design = designOf(trial, column, levels);
  const deflated = design > 1 && !trial.grain.byAccount ? z / Math.sqrt(design) : z;
  return {
    trial,
    column,
    levels,
    sign: scan.sign > 0 ? 1 : -1,
    z: deflated,
    p: deflated === z ? p : sides * normalUpperTail(deflated),
    sides,
    design,
  };
}

/** Permuted scores of each trial, and where the chance of each column's strongest condition is kept. */
export interface PermutationRun {
  readonly trials: readonly { readonly trial: Trial; readonly next: () => Float64Array }[];
  /** The columns of all trials, in order. */
  readonly columns: readonly SearchColumn[];
  /** One array per column. */
  readonly chances: readonly Float64Array[];
  readonly scan: Scan;
}

/** Runs the whole search on permutations `from` up to (not including) `to`. */
export function permute(run: PermutationRun, from: number, to: number): void {
  const { scan } = run;
  for (let b = from; b < to; b++) {
    let at = 0;
    for (const { trial, next } of run.trials) {
      const scores = squared(next());
      const work = { judge: trial.judge, scan };
      for (const column of trial.grain.columns) {
        scanColumn(column, scores, work);
        run.chances[at++]![b] = scan.strength < 0 ? 1 : trial.judge.p(scan.strength);
      }
    }
  }
}
