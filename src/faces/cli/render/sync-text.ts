import type { SyncedStream, SyncResult } from '../../../app/sync/index.ts';
import { countWords, plural } from '../../words/index.ts';
import type { TextStyle } from '../types.ts';
import { textTable } from './text-table.ts';
import { wrapText } from './wrap-text.ts';

/** What a sync did: per stream what changed, what it cost, and what became of it in the data. */
export function syncText(result: SyncResult, { width }: TextStyle): string {
  const { connection, state, resumed, pause, requests, waited, imported } = result;
  const cost = `${plural(requests, 'request')}${waited > 0 ? `, ${countWords(waited)} s of waiting` : ''}`;
  if (state === 'paused') {
    const next = pause?.resetsAt ?? null;
    const when = next === null ? 'tomorrow' : `after ${next.slice(0, 16).replace('T', ' ')} UTC`;
    return wrapText(
      `\`${connection}\` paused (${cost}): ${pause?.message ?? ''} What was read is kept; \`bestfit sync ${connection}\` goes on ${when}, or now with a larger share: \`bestfit connect set ${connection} --budget 95%\`.`,
      width,
    );
  }
  const how = resumed ? 'Went on from the run that was cut off. ' : '';
  const data =
    imported === null
      ? 'The data are as they were.'
      : `Snapshot ${imported.snapshot}: ${imported.tables.map(({ table, rows }) => `${countWords(rows)} ${table}`).join(', ')}. \`bestfit undo\` takes it back.`;
  const asks = imported?.files.reduce((sum, { asks: asked }) => sum + asked.length, 0) ?? 0;
  return [
    `${how}Read \`${connection}\` (${cost}):`,
    textTable(columns, result.streams.map(streamRow)),
    wrapText(data, width),
    ...(asks === 0 ? [] : [`${plural(asks, 'column')} asked about: \`bestfit quality\` shows them.`]),
  ].join('\n');
}

const columns = [
  { title: '' },
  { title: 'records', align: 'right' },
  { title: 'added', align: 'right' },
  { title: 'changed', align: 'right' },
  { title: 'merged', align: 'right' },
  { title: 'deleted', align: 'right' },
  { title: 'read' },
] as const;

function streamRow({ stream, records, added, changed, merged, deleted, mode }: SyncedStream) {
  const counts = [records, added, changed, merged, deleted].map(countWords);
  return [stream, ...counts, mode === 'full' ? 'everything' : 'what changed'];
}
