import { isMainThread } from 'node:worker_threads';
import { createRandom, hashSeed } from '../src/base/stats/index.ts';
import { discover } from '../src/stages/discovery/index.ts';
import { inputOf } from './discovery-simulation.ts';
import { markdownTable, writeShare } from './markdown-table.ts';
import { drawNoiseCustomers } from './noise-customers.ts';
import { printEvidence } from './print-evidence.ts';
import { answerJobs, shareOut } from './share-out.ts';
import { readPlan } from './simulation-plan.ts';
import { writeBench } from './write-bench.ts';

interface Cell {
  readonly n: number;
  readonly labelOnly: boolean;
}

/** What discovery said of one set. */
interface Said {
  readonly supported: number;
  /** Of these, those of several conditions. */
  readonly combinations: number;
  readonly suggestive: number;
  readonly fields: number;
}

/** Fewer than the 4,999 and 999 of the product, for time: the chance of a false pattern is the same. */
const PERMUTATIONS = { upTo300: 499, above: 299 };
/** Of 200 sets, those that may report a supported pattern. */
const BAR = 16 / 200;
const SUGGESTIVE_BAR = 1.3 * 0.05;
const CELLS: readonly Cell[] = [24, 60, 300, 3000].flatMap((n) =>
  [false, true].map((labelOnly) => ({ n, labelOnly })),
);

/** How often discovery claims something on data in which nothing is true. */
async function main(): Promise<void> {
  const plan = readPlan(200);
  const jobs = CELLS.flatMap((cell) =>
    Array.from({ length: plan.sets }, (_, s) => ({
      ...cell,
      seed: hashSeed(`${plan.seed} noise ${cell.n} ${s}`),
    })),
  );
  const said = await shareOut<Cell & { seed: number }, Said>(jobs);
  const rows = CELLS.map((cell, c) => summarize(cell, said.slice(c * plan.sets, (c + 1) * plan.sets)));
  const record = writeBench('discovery-noise', { ...plan, rows });
  printEvidence(record, plan, [
    markdownTable(
      rows.map((row) => ({
        customers: row.n.toLocaleString('en'),
        'what is known': row.labelOnly ? 'label only' : 'value',
        permutations: row.permutations,
        'fields searched, mean': row.fields.toFixed(1),
        [`sets with a *supported* pattern (bar: ${row.allowed} of ${row.sets})`]: row.supportedSets,
        'of these a combination': row.combinationSets,
        '*suggestive* a run (bar: 1.3 x F x .05)': `${writeShare(row.suggestive)} (${writeShare(row.suggestiveAllowed)})`,
      })),
    ),
  ]);
  const missed = rows.filter(
    (row) => row.supportedSets > row.allowed || row.suggestive > row.suggestiveAllowed,
  );
  console.log(`${missed.length} of ${rows.length} cells miss a bar.`);
  process.exitCode = missed.length === 0 ? 0 : 1;
}

function measure({ n, labelOnly, seed }: Cell & { readonly seed: number }): Said {
  const customers = drawNoiseCustomers(createRandom(seed), n);
  const input = inputOf(customers, { seed, permutations: permutationsAt(n), labelOnly });
  const result = discover({ ...input, startedOn: customers.startedOn });
  if (result.kind !== 'discovery') throw new Error(result.why);
  const supported = result.patterns.filter(({ verdict }) => verdict === 'supported');
  return {
    supported: supported.length,
    combinations: supported.filter(({ conditions }) => conditions.length > 1).length,
    suggestive: result.suggestive.found,
    fields: result.suggestive.fields,
  };
}

function permutationsAt(n: number): number {
  return n <= 300 ? PERMUTATIONS.upTo300 : PERMUTATIONS.above;
}

function summarize(cell: Cell, said: readonly Said[]) {
  const sets = said.length;
  const mean = (of: (one: Said) => number): number => said.reduce((sum, one) => sum + of(one), 0) / sets;
  const having = (of: (one: Said) => number): number => said.filter((one) => of(one) > 0).length;
  const fields = mean((one) => one.fields);
  return {
    ...cell,
    sets,
    permutations: permutationsAt(cell.n),
    fields,
    supportedSets: having((one) => one.supported),
    combinationSets: having((one) => one.combinations),
    allowed: Math.floor(BAR * sets),
    suggestive: mean((one) => one.suggestive),
    suggestiveSets: having((one) => one.suggestive),
    suggestiveAllowed: SUGGESTIVE_BAR * fields,
  };
}

if (isMainThread) await main();
else answerJobs(measure);
