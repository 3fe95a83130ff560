import { commandSteps, joinSteps, type Steps, tallySteps } from './steps.ts';

/** A step, how often it runs, and after how many seconds it is stopped. */
export interface PlannedStep {
  readonly step: string;
  readonly runs: number;
  readonly mostSeconds: number;
}

const mostSeconds = 600;

/**
 * What runs at a size. Joins are repeated up to a million accounts; above ten million, where the question is what
 * breaks, they are left out, and of the exports all but Parquet.
 */
export function planSteps(accounts: number, runs: number): readonly PlannedStep[] {
  const stretch = accounts > 10_000_000;
  const plan = (steps: Steps, times: number) =>
    Object.keys(steps).map((step) => ({ step, runs: times, mostSeconds }));
  const commands = plan(commandSteps, 1);
  return [
    ...plan(tallySteps, runs),
    ...(stretch ? [] : plan(joinSteps, accounts > 1_000_000 ? 1 : runs)),
    ...(stretch ? commands.filter(({ step }) => !/ (csv|json)$/.test(step)) : commands),
  ];
}
