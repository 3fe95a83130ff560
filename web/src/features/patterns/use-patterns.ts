import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { getBeliefChoices, getPattern, getPatterns } from '../../api/generated/sdk.gen.ts';
import type {
  BeliefChoices,
  Contrast,
  GetPatternResponse,
  LastPatterns,
} from '../../api/generated/types.gen.ts';
import { ask } from '../../shared/api/index.ts';
import { useSpeech } from '../../shared/i18n/index.ts';
import type { Speech } from '../../shared/words/index.ts';

/** The newest discovery of two groups, and whether it is still of today. */
export function usePatterns(contrast: Contrast | undefined): LastPatterns {
  const query = {
    queryKey: ['patterns', contrast ?? null],
    queryFn: () => ask(getPatterns({ query: { contrast } })),
  };
  return useSuspenseQuery(query).data;
}

/** What a belief may be about; null until it is known. */
export function useBeliefChoices(): BeliefChoices | null {
  return useQuery({ queryKey: ['belief-choices'], queryFn: () => ask(getBeliefChoices()) }).data ?? null;
}

/** Says conditions with the labels of the files' fields. */
export function usePatternSpeech(): Speech {
  const choices = useBeliefChoices();
  const labels = useMemo(
    () =>
      Object.fromEntries(
        (choices?.fields ?? []).flatMap(({ field, label, isOwn }) => (isOwn ? [[field, label]] : [])),
      ),
    [choices],
  );
  return useSpeech(labels);
}

/** Who stands behind one pattern. */
export function usePattern(id: string | null, contrast: Contrast) {
  return useQuery<GetPatternResponse>({
    queryKey: ['pattern', id, contrast],
    queryFn: () => ask(getPattern({ path: { id: id! }, query: { contrast, top: 200 } })),
    enabled: id !== null,
  });
}
