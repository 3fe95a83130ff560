import { BestfitError } from '../../../base/errors/index.ts';
import type { Client } from '../client/index.ts';
import type { RecordWrite, WriteResult } from '../records/index.ts';
import type { FieldDefinition } from './field-definition.ts';
import { wordsOf } from './judge-answer.ts';
import { pipedriveCosts, writeSizes } from './pipedrive-settings.ts';
import type { PipedriveStream } from './pipedrive-streams.ts';
import { writeValue } from './write-value.ts';

/** Where records are written. */
export interface Writing {
  readonly client: Client;
  readonly stream: PipedriveStream;
  /** Fields of the stream as they are now. */
  readonly fields: readonly FieldDefinition[];
}

/** Statuses that are about one record: a wrong value, a record that is not there, is deleted, is locked by a rule. */
const ofOneRecord: Readonly<Record<number, string>> = {
  400: 'refused',
  404: 'not-found',
  410: 'deleted',
  422: 'refused',
};

/**
 * Changes records one by one, a few at once. When the day's budget or the connection ends within a batch, what was
 * written is told as written and the rest as failed with the code of that end; when nothing was tried yet, the
 * refusal itself is thrown.
 */
export async function writeRecords(
  writing: Writing,
  batch: readonly RecordWrite[],
): Promise<readonly WriteResult[]> {
  const results = new Map<number, WriteResult>();
  let ended: BestfitError | null = null;
  let next = 0;
  const work = async (): Promise<void> => {
    while (ended === null && next < batch.length) {
      const at = next++;
      try {
        results.set(at, await writeRecord(writing, batch[at]!));
      } catch (error) {
        if (!(error instanceof BestfitError)) throw error;
        if (isOfOneRecord(error)) results.set(at, failed(batch[at]!.id, codeOf(error), error.message));
        else ended ??= error;
      }
    }
  };
  await Promise.all(Array.from({ length: Math.min(writeSizes.atOnce, batch.length) }, work));
  return settled(batch, results, ended);
}

function settled(
  batch: readonly RecordWrite[],
  results: ReadonlyMap<number, WriteResult>,
  ended: BestfitError | null,
): readonly WriteResult[] {
  if (ended !== null && results.size === 0) throw ended;
  return batch.map(
    ({ id }, at) => results.get(at) ?? failed(id, codeOf(ended), ended?.message ?? 'not tried'),
  );
}

/** A right may be missing for one record alone: who may see and change it is set record by record. */
function isOfOneRecord({ code }: BestfitError): boolean {
  return code === 'connection.forbidden' || code === 'connection.refused';
}

function codeOf(error: BestfitError | null): string {
  return (error?.code ?? 'not-tried').replace(/^connection\./, '');
}

async function writeRecord({ client, stream, fields }: Writing, write: RecordWrite): Promise<WriteResult> {
  const { id } = write;
  const custom: Record<string, string | number | null> = {};
  for (const [code, value] of Object.entries(write.values)) {
    const field = fields.find((each) => each.field_code === code && each.is_custom_field);
    if (field === undefined) return failed(id, 'unknown-field', `there is no custom field \`${code}\``);
    const made = writeValue(field, value);
    if (made.kind === 'misfit') return failed(id, 'refused', made.why);
    custom[code] = made.value;
  }
  const answer = await client.send({
    method: 'PATCH',
    path: `${stream.path}/${encodeURIComponent(id)}`,
    body: { custom_fields: custom },
    cost: pipedriveCosts.change,
    repeatable: true,
    alsoFine: Object.keys(ofOneRecord).map(Number),
  });
  const code = ofOneRecord[answer.status];
  return code === undefined ? { id, kind: 'written' } : failed(id, code, wordsOf(answer));
}

function failed(id: string, code: string, message: string): WriteResult {
  return { id, kind: 'failed', code, message };
}
