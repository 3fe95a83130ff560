import type { RecordPage, StreamProgress } from '../../stages/sync/index.ts';

/** How far a stream is when one more page of it came. */
export function advanceProgress(progress: StreamProgress, page: RecordPage): StreamProgress {
  const rows = page.records.length + page.relinked.length + page.gone.length;
  return {
    ...progress,
    cursor: page.next,
    ended: page.next === null,
    complete: page.complete,
    latest: laterOf(progress.latest, page),
    rows: progress.rows + rows,
    pages: progress.pages + 1,
  };
}

function laterOf(latest: string | null, { records }: RecordPage): string | null {
  let best = latest === null ? Number.NEGATIVE_INFINITY : Date.parse(latest);
  for (const { modifiedAt } of records) {
    const at = modifiedAt === null ? Number.NaN : Date.parse(modifiedAt);
    if (at > best) best = at;
  }
  return Number.isFinite(best) ? new Date(best).toISOString() : latest;
}
