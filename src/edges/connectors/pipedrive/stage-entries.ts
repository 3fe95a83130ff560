import type { StageEntry } from '../records/index.ts';
import type { PipedriveRecord } from './pipedrive-record.ts';
import { valueText } from './value-text.ts';

/**
 * When a deal entered the stage it is in (that of its making when it never moved) and, once it ended, when it was won or
 * lost. The stages before cost 40 tokens a deal, so they are left out.
 */
export function stageEntries(record: PipedriveRecord): readonly StageEntry[] {
  const deal = String(record.id);
  const text = (name: string): string | null => valueText(record, name);
  const entered = { stage: text('stage_id'), at: text('stage_change_time') ?? text('add_time') };
  const status = text('status');
  const endedAt = text(`${status}_time`) ?? text('close_time');
  const ended = { stage: status, at: status === 'won' || status === 'lost' ? endedAt : null };
  return [entered, ended].flatMap(({ stage, at }) =>
    stage === null || at === null ? [] : [{ deal, stage, at }],
  );
}
