import type { SourceStage } from '../../edges/connectors/index.ts';
import type { ConnectionChoices, StageOutcome } from './types.ts';

/** What stages mean, by id: as a person said, else as the source does; those that mean nothing are left out. */
export function stageMeanings(
  stages: readonly SourceStage[],
  { outcomes }: Pick<ConnectionChoices, 'outcomes'>,
): ReadonlyMap<string, StageOutcome> {
  const said = stages.flatMap(({ id, outcome }) => {
    const means = outcomes[id] ?? outcome;
    return means === null ? [] : [[id, means] as const];
  });
  return new Map(said);
}
