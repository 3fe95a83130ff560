import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { checkProfile } from '../../../api/generated/sdk.gen.ts';
import type { CheckedPage, Profile } from '../../../api/generated/types.gen.ts';
import { ask, codeOf } from '../../../shared/api/index.ts';

const settleMs = 350;

/** What an edited page says and does, asked for when nobody has typed for a moment; null until then. */
export function useCheck(
  profile: Profile,
  base: { readonly name: string; readonly version: number },
  isEdited: boolean,
): { readonly checked: CheckedPage | null; readonly error: Error | null } {
  const [settled] = useDebouncedValue(profile, settleMs);
  const { data, error } = useQuery<CheckedPage>({
    queryKey: ['profile', 'check', base.name, base.version, settled],
    queryFn: ({ signal }) => ask(checkProfile({ body: { profile: settled, base }, signal })),
    enabled: isEdited && settled === profile,
    placeholderData: keepPreviousData,
    retry: (failures, cause) => codeOf(cause) === 'http.no-answer' && failures < 4,
  });
  return { checked: isEdited ? (data ?? null) : null, error: isEdited ? error : null };
}
