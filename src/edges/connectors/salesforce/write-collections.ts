import type { RecordWrite, WriteResult } from '../records/index.ts';
import type { Org } from './org.ts';
import { apiPath, salesforceSettings } from './salesforce-settings.ts';

interface SavedRecord {
  readonly success: boolean;
  readonly errors: readonly { readonly statusCode: string; readonly message: string }[];
}

/** Writes records 200 a request, each for itself (REST API Developer Guide, Update Multiple Records). */
export async function writeCollections(
  org: Org,
  object: string,
  batch: readonly RecordWrite[],
): Promise<readonly WriteResult[]> {
  const results: WriteResult[] = [];
  for (let from = 0; from < batch.length; from += salesforceSettings.collection) {
    const part = batch.slice(from, from + salesforceSettings.collection);
    results.push(...(await writePart(org, object, part)));
  }
  return results;
}

async function writePart(
  { client }: Org,
  object: string,
  part: readonly RecordWrite[],
): Promise<readonly WriteResult[]> {
  const records = part.map(({ id, values }) => ({ attributes: { type: object }, id, ...values }));
  const answer = await client.send({
    method: 'PATCH',
    path: apiPath('composite/sobjects'),
    body: { allOrNone: false, records },
    repeatable: true,
  });
  const saved = answer.body as readonly SavedRecord[];
  return part.map(({ id }, place) => resultOf(id, saved[place]));
}

function resultOf(id: string, saved: SavedRecord | undefined): WriteResult {
  if (saved?.success === true) return { id, kind: 'written' };
  const { statusCode, message } = saved?.errors[0] ?? {
    statusCode: 'NO_RESULT',
    message: 'nothing was said of it',
  };
  return { id, kind: 'failed', code: statusCode, message };
}
