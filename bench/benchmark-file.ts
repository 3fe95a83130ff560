import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** One file of the benchmark for scorecards: named columns of numbers, the outcome, and the fold of each row. */
export interface BenchmarkFile {
  readonly names: readonly string[];
  readonly columns: readonly Float64Array[];
  readonly outcome: Float64Array;
  readonly folds: Int32Array;
}

/** Reads a file (its first column is the outcome) and the folds of the peers. */
export function readBenchmarkFile(data: string, peers: string, name: string): BenchmarkFile {
  const { names, columns } = readNumbers(join(data, 'riskslim_benchmarks', `${name}_data.csv`));
  const folds = readNumbers(join(peers, 'folds', `${name}.csv`)).columns;
  const byRow = new Int32Array(columns[0]!.length).fill(-1);
  folds[0]!.forEach((row, i) => {
    byRow[row] = folds[1]![i]!;
  });
  if (byRow.includes(-1)) throw new Error(`a row of ${name} is in no fold`);
  return { names: names.slice(1), columns: columns.slice(1), outcome: columns[0]!, folds: byRow };
}

function readNumbers(file: string) {
  const [header, ...lines] = readFileSync(file, 'utf8').trim().split(/\r?\n/);
  const names = header!.split(',');
  const columns = names.map(() => new Float64Array(lines.length));
  lines.forEach((line, row) => {
    line.split(',').forEach((text, c) => {
      columns[c]![row] = Number(text);
    });
  });
  return { names, columns };
}
