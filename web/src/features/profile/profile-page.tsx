import { useSearch } from '@tanstack/react-router';
import { useWorkspace } from '../../shared/api/index.ts';
import { Loading, PageError } from '../../shared/ui/index.ts';
import { usePage } from './api/use-page.ts';
import { NoProfile } from './begin/no-profile.tsx';
import { TenQuestions } from './begin/ten-questions.tsx';
import { Desk } from './desk.tsx';
import { EarlierVersion } from './earlier-version.tsx';

/** The one page: read, edited where it stands, compared, signed, printed; or made, where there is none. */
export function ProfilePage() {
  const search = useSearch({ from: '/profile' });
  const { profile } = useWorkspace();
  const wanted = { name: search.name ?? null, version: search.version ?? null };
  const { data, error } = usePage(wanted, { enabled: profile !== null });
  if (search.new === true) return <TenQuestions />;
  if (profile === null) return <NoProfile />;
  if (error !== null) return <PageError error={error} />;
  if (data === undefined) return <Loading />;
  return data.version === data.newest ? <Desk key={data.name} page={data} /> : <EarlierVersion page={data} />;
}
