import type { SourceField } from '../records/index.ts';
import type { AccountLists } from './account-lists.ts';
import type { PipedriveStream } from './pipedrive-streams.ts';
import { type OptionLists, type Options, toSourceFields } from './to-source-fields.ts';

/** The fields of a stream with the labels of their values: owners, stages, pipelines, options. */
export async function readFields(
  lists: AccountLists,
  stream: PipedriveStream,
): Promise<readonly SourceField[]> {
  const [definitions, options] = await Promise.all([lists.fields(stream), optionLists(lists, stream)]);
  return toSourceFields(stream, definitions, options);
}

async function optionLists(lists: AccountLists, stream: PipedriveStream): Promise<OptionLists> {
  const users = await lists.users();
  const owners = users === null ? {} : { owner_id: labels(users), creator_user_id: labels(users) };
  if (stream.name !== 'deals') return owners;
  const [pipelines, stages] = await Promise.all([lists.pipelines(), lists.stages()]);
  return { ...owners, pipeline_id: labels(pipelines), stage_id: labels(stages) };
}

function labels(items: readonly { readonly id: number; readonly name: string }[]): Options {
  return items.map(({ id, name }) => ({ value: String(id), label: name }));
}
