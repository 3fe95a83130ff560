import { useQuery } from '@tanstack/react-query';
import {
  getProfile,
  getProfileBreadth,
  getProfileVersions,
  getVocabulary,
} from '../../../api/generated/sdk.gen.ts';
import type { OpenedPage, PageBreadth, VersionList, Vocabulary } from '../../../api/generated/types.gen.ts';
import { ask } from '../../../shared/api/index.ts';

/** Which page and version are asked for; null is the one worked with, and its newest. */
export interface PageKey {
  readonly name: string | null;
  readonly version: number | null;
}

/** The page with all that stands beside it; the last one stays in sight while a newer one comes. Not `enabled` where there is none. */
export function usePage({ name, version }: PageKey, { enabled }: { readonly enabled: boolean }) {
  return useQuery<OpenedPage>({
    enabled,
    queryKey: ['profile', name, version],
    queryFn: () =>
      ask(
        getProfile({
          query: { ...(name === null ? {} : { profile: name }), ...(version === null ? {} : { version }) },
        }),
      ),
    placeholderData: (last) => last,
  });
}

/** Whom a version of the page reaches against how good they are; null while that is counted, and where nothing tells. */
export function useBreadth({ name, version }: OpenedPage): PageBreadth | null {
  const { data } = useQuery({
    queryKey: ['profile', 'breadth', name, version],
    queryFn: () => ask(getProfileBreadth({ query: { profile: name, version } })),
    placeholderData: (last) => last,
  });
  return data?.breadth ?? null;
}

/** The versions of a page, newest first. */
export function useVersions(name: string) {
  return useQuery<VersionList>({
    queryKey: ['profile', 'versions', name],
    queryFn: () => ask(getProfileVersions({ query: { profile: name } })),
  });
}

/** What lines can ask about; null until it is known. */
export function useVocabulary(): Vocabulary | null {
  const { data = null } = useQuery<Vocabulary>({
    queryKey: ['profile', 'vocabulary'],
    queryFn: () => ask(getVocabulary()),
  });
  return data;
}
