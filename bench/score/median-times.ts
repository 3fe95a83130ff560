import type { StepFigures } from './run-step.ts';
import type { StatementTimes } from './steps.ts';

/** The middle of several runs of one statement, of processor and of wall time each for itself; null without a run. */
export function medianTimes(runs: readonly StepFigures[]): StatementTimes | null {
  const times = runs.map(({ result }) => (result as { readonly statement: StatementTimes }).statement);
  const middle = (of: (one: StatementTimes) => number) =>
    times.map(of).toSorted((a, b) => a - b)[Math.floor(times.length / 2)];
  const [cpuMs, wallMs] = [middle((one) => one.cpuMs), middle((one) => one.wallMs)];
  return cpuMs === undefined || wallMs === undefined ? null : { cpuMs, wallMs };
}
