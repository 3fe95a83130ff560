import { useSuspenseQuery } from '@tanstack/react-query';
import { getWorkspace } from '../../api/generated/sdk.gen.ts';
import type { Workspace } from '../../api/generated/types.gen.ts';
import { ask } from './ask.ts';

/** The key under which the facts of the workspace are kept. */
export const workspaceKey = ['workspace'] as const;

/** What the workspace holds; read again whenever anything changes. */
export function useWorkspace(): Workspace {
  return useSuspenseQuery({ queryKey: workspaceKey, queryFn: () => ask(getWorkspace()) }).data;
}
