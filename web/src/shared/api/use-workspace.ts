import { useSuspenseQuery } from '@tanstack/react-query';
import { getWorkspace } from '../../api/generated/sdk.gen.ts';
import type { Workspace } from '../../api/generated/types.gen.ts';
import { ask } from './ask.ts';

/** What the workspace holds; read again whenever anything changes. */
export function useWorkspace(): Workspace {
  return useSuspenseQuery({ queryKey: ['workspace'], queryFn: () => ask(getWorkspace()) }).data;
}
