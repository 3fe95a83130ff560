import type { StageEntry } from '../records/index.ts';
import type { HubspotObject } from './hubspot-answers.ts';
import { hubspotStream } from './hubspot-streams.ts';
import type { RecordWish } from './record-wish.ts';

/** When a deal entered each stage, oldest first; a stage that was set anew while it was on is entered once. */
export function stageEntries({ stream }: RecordWish, object: HubspotObject): readonly StageEntry[] {
  const { history } = hubspotStream(stream);
  const past = history === null ? [] : (object.propertiesWithHistory?.[history] ?? []);
  const ordered = past
    .map(({ value, timestamp }) => ({ stage: value ?? '', at: timestamp, ms: Date.parse(timestamp) }))
    .sort((a, b) => a.ms - b.ms);
  return ordered
    .filter(({ stage }, i) => stage !== '' && stage !== ordered[i - 1]?.stage)
    .map(({ stage, at }) => ({ deal: object.id, stage, at }));
}
