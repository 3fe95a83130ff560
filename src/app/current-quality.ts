import { type QualityReport, reportQuality } from './report-quality.ts';
import type { Workspace } from './workspace.ts';

/** The state of the data; null as snapshot, and nothing to say, before the first import. */
export type CurrentQuality = Pick<QualityReport, 'kind' | 'asOf' | 'quarantine' | 'tables' | 'findings'> & {
  readonly snapshot: string | null;
};

interface Kept {
  readonly of: string;
  readonly report: Promise<CurrentQuality>;
}

/** The newest report of each open workspace: many queries, and the same until the data or the day change. */
const kept = new WeakMap<object, Kept>();

/** The state of the data, looked at once for each commit and day. */
export async function currentQuality(
  workspace: Workspace,
  { asOf }: { readonly asOf: string },
): Promise<CurrentQuality> {
  const head = await workspace.store.head();
  if (head === null)
    return { kind: 'quality', snapshot: null, asOf, quarantine: [], tables: [], findings: [] };
  const of = `${head.id} ${asOf}`;
  const last = kept.get(workspace.store);
  if (last?.of === of) return last.report;
  const report = reportQuality(workspace, { asOf }).then(
    ({ kind, snapshot, quarantine, tables, findings }) => {
      return { kind, snapshot, asOf, quarantine, tables, findings };
    },
  );
  kept.set(workspace.store, { of, report });
  report.catch(() => kept.delete(workspace.store));
  return report;
}
