import { useWorkspace } from '../../shared/api/index.ts';
import { Overview } from './overview.tsx';
import { Welcome } from './welcome.tsx';

/** The first page: three ways to begin, or where the work stands and what comes next. */
export function StartPage() {
  const workspace = useWorkspace();
  const isNew = workspace.snapshot === null && workspace.profile === null;
  return isNew ? <Welcome /> : <Overview workspace={workspace} />;
}
