import { useQuery } from '@tanstack/react-query';
import type { OutcomeVectors } from '../../../../../src/stages/scorecard/outcomes/index.ts';
import { getListOutcomes } from '../../../api/generated/sdk.gen.ts';
import { ask } from '../../../shared/api/index.ts';
import { ofRun } from './of-run.ts';

/** The counted outcomes of a scoring; null until they are there. */
export function useVectors(run: number): OutcomeVectors | null {
  const { data } = useQuery({
    queryKey: ['list', 'outcomes', run],
    queryFn: (context) => ofRun(context, run, () => ask(getListOutcomes())),
    staleTime: Number.POSITIVE_INFINITY,
  });
  return data?.kind === 'outcomes' ? data.vectors : null;
}
