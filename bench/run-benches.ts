import { spawnSync } from 'node:child_process';

/** One of several benches that make the tables of a stage. */
export interface ListedBench {
  readonly name: string;
  /** Simulations take the number of sets and the seed; the others take their settings from their own file. */
  readonly simulated: boolean;
  /** Needs BESTFIT_REAL_DATA. */
  readonly real: boolean;
  /** Arguments of its own. */
  readonly args?: readonly string[];
}

/** Runs benches one after the other and says how long each took; those on real data need BESTFIT_REAL_DATA. */
export function runBenches(benches: readonly ListedBench[]): void {
  const began = performance.now();
  const failed = benches.filter(({ name, simulated, real, args = [] }) => {
    if (real && process.env.BESTFIT_REAL_DATA === undefined) {
      console.log(`${name}: not run, BESTFIT_REAL_DATA names no folder.`);
      return false;
    }
    const given = ['scripts/bench.mjs', name, ...args, ...(simulated ? process.argv.slice(2) : [])];
    const before = performance.now();
    const { status } = spawnSync(process.execPath, given, { stdio: 'inherit' });
    console.log(
      `${name}: ${minutesSince(before)} minutes${status === 0 ? '' : ', a bar missed or an error'}`,
    );
    return status !== 0;
  });
  console.log(`All of it: ${minutesSince(began)} minutes.`);
  process.exitCode = failed.length === 0 ? 0 : 1;
}

function minutesSince(before: number): string {
  return ((performance.now() - before) / 60_000).toFixed(1);
}
