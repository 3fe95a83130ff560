import { spawnSync } from 'node:child_process';

/** Simulations take the number of sets and the seed; the others take their settings from their own file. */
const BENCHES = [
  { name: 'discovery-noise', simulated: true, real: false },
  { name: 'discovery-power', simulated: true, real: false },
  { name: 'discovery-confounding', simulated: true, real: false },
  { name: 'discovery-speed', simulated: false, real: false },
  { name: 'subgroups', simulated: false, real: true },
  { name: 'subgroups-value', simulated: false, real: true },
] as const;

/**
 * All tables of discovery, one bench after the other: `npm run bench:discovery [SETS] [SEED]`. Those on real data need
 * BESTFIT_REAL_DATA.
 */
function main(): void {
  const began = performance.now();
  const failed = BENCHES.filter(({ name, simulated, real }) => {
    if (real && process.env.BESTFIT_REAL_DATA === undefined) {
      console.log(`${name}: not run, BESTFIT_REAL_DATA names no folder.`);
      return false;
    }
    const args = ['scripts/bench.mjs', name, ...(simulated ? process.argv.slice(2) : [])];
    const before = performance.now();
    const { status } = spawnSync(process.execPath, args, { stdio: 'inherit' });
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

main();
