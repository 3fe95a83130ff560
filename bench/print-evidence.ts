import type { SimulationPlan } from './simulation-plan.ts';
import type { BenchRecord } from './write-bench.ts';

/**
 * Prints tables and notes under the command, date and machine they belong to, for docs/evidence.md.
 *
 * @param plan of a simulation, so that the command named is the one that repeats it; null for other benches.
 */
export function printEvidence(
  { bench, date, machine, command }: BenchRecord,
  plan: SimulationPlan | null,
  parts: readonly string[],
): void {
  const repeat = plan === null ? command : `${bench} ${plan.sets} ${plan.seed}`;
  console.log(`\n\`npm run bench -- ${repeat}\` (${date.slice(0, 10)}; ${machine})\n`);
  console.log(`${parts.join('\n\n')}\n`);
}
