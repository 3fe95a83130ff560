import { type QualityReport, reportQuality } from './report-quality.ts';
import type { Workspace } from './workspace.ts';

interface Kept {
  readonly of: string;
  readonly report: Promise<QualityReport>;
}

/** The newest report of each open workspace: many queries, and the same until the data or the day change. */
const kept = new WeakMap<object, Kept>();

/** The state of the data, looked at once for each commit and day. */
export async function currentQuality(
  workspace: Workspace,
  { asOf }: { readonly asOf: string },
): Promise<QualityReport> {
  const head = await workspace.store.head();
  const of = `${head?.id} ${asOf}`;
  const last = kept.get(workspace.store);
  if (last?.of === of) return last.report;
  const report = reportQuality(workspace, { asOf });
  kept.set(workspace.store, { of, report });
  report.catch(() => kept.delete(workspace.store));
  return report;
}
