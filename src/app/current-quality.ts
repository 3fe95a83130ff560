import { remembered } from './remembered.ts';
import { type QualityReport, reportQuality } from './report-quality.ts';
import type { Workspace } from './workspace.ts';

/** The state of the data; null as snapshot, and nothing to say, before the first import. */
export type CurrentQuality = Pick<QualityReport, 'kind' | 'asOf' | 'quarantine' | 'tables' | 'findings'> & {
  readonly snapshot: string | null;
};

/** The state of the data, looked at once for each commit and day. */
export async function currentQuality(
  workspace: Workspace,
  { asOf }: { readonly asOf: string },
): Promise<CurrentQuality> {
  const head = await workspace.store.head();
  if (head === null)
    return { kind: 'quality', snapshot: null, asOf, quarantine: [], tables: [], findings: [] };
  return remembered(workspace, { of: 'quality', key: [head.id, asOf], most: 2 }, async () => {
    const { kind, snapshot, quarantine, tables, findings } = await reportQuality(workspace, { asOf });
    return { kind, snapshot, asOf, quarantine, tables, findings };
  });
}
