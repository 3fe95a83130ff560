import type { ClientRequest } from '../client/index.ts';
import { isCustomCode, splitName } from './field-codes.ts';
import { pipedriveCosts, pipedriveSizes } from './pipedrive-settings.ts';
import type { PipedriveStream } from './pipedrive-streams.ts';
import { type ReadPlace, sinceOf } from './read-place.ts';

/**
 * The request of one page. Up to 15 custom fields are asked for by name; with more, none is named and all of them come:
 * one pass in any case.
 */
export function listRequest(
  stream: PipedriveStream,
  at: ReadPlace,
  fields: readonly string[],
): ClientRequest {
  const isArchived = at.phase === 'archived';
  const since = sinceOf(at);
  const query = {
    limit: String(pipedriveSizes.page),
    sort_by: 'id',
    sort_direction: 'asc',
    ...customFields(fields),
    ...(since === null ? {} : { updated_since: since }),
    ...(stream.name === 'deals' && at.since !== null ? { status: 'open,won,lost,deleted' } : {}),
    ...(at.cursor === null ? {} : { cursor: at.cursor }),
  };
  return {
    method: 'GET',
    path: isArchived ? `${stream.path}/archived` : stream.path,
    query,
    cost: isArchived ? pipedriveCosts.archivedList : pipedriveCosts.list,
    repeatable: true,
  };
}

function customFields(fields: readonly string[]): { readonly custom_fields?: string } {
  const codes = [...new Set(fields.map((name) => splitName(name).code).filter(isCustomCode))];
  const isNamed = codes.length > 0 && codes.length <= pipedriveSizes.namedCustomFields;
  return isNamed ? { custom_fields: codes.join() } : {};
}
