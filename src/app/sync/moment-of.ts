import type { Workspace } from '../workspace.ts';

/** Now, by the clock of a workspace's sources, ISO 8601. */
export function momentOf({ sources }: Pick<Workspace, 'sources'>): string {
  return new Date(sources.now()).toISOString();
}
