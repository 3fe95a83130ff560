import { randomInt } from 'node:crypto';

/** How many data sets a cell has, and the seed that all of them follow from. */
export interface SimulationPlan {
  readonly sets: number;
  readonly seed: number;
}

/**
 * The plan that the command line asks for: `[SETS] [SEED]`. Without a seed it is another one each time, so that no
 * figure rests on data that were looked at before; the seed is printed and kept, so that any run can be repeated.
 */
export function readPlan(defaultSets: number): SimulationPlan {
  const [sets = defaultSets, seed = randomInt(2 ** 31)] = process.argv.slice(2).map(Number);
  if (!Number.isInteger(sets) || sets < 1 || !Number.isInteger(seed))
    throw new Error('Say how many sets and, to repeat a run, its seed: 200 1234567.');
  process.stderr.write(`${sets} data sets a cell, seed ${seed}\n`);
  return { sets, seed };
}
