import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { getScorecard, getUnknowns } from '../../api/generated/sdk.gen.ts';
import type { LearnedScorecard, Unknowns } from '../../api/generated/types.gen.ts';
import { ask, useWorkspace } from '../../shared/api/index.ts';

/** The card that was learned last on these data; null when none was. */
export function useLearned(): LearnedScorecard | null {
  const found = useSuspenseQuery({ queryKey: ['scorecard'], queryFn: () => ask(getScorecard()) }).data;
  return found.kind === 'learned' ? found : null;
}

/** What is unknown of the scored accounts; null while it is counted, and without a page or accounts. */
export function useUnknowns(): Unknowns | null {
  const { profile, rows } = useWorkspace();
  const enabled = profile !== null && rows.accounts > 0;
  const found = useQuery({ queryKey: ['unknowns'], queryFn: () => ask(getUnknowns()), enabled });
  return found.data ?? null;
}
