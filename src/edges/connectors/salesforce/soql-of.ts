import type { ReadPlace } from './read-place.ts';
import type { StreamObject } from './salesforce-settings.ts';

/** A query and whether it asks for deleted records too. */
export interface ReadQuery {
  readonly text: string;
  readonly all: boolean;
  /** Names of its columns, none twice. */
  readonly columns: readonly string[];
}

/**
 * The query of a phase of a stream. A full read asks for what exists, in no order: sorting keeps the Bulk API from
 * splitting the work. An incremental one asks for what changed since a moment, that moment included, and for what was
 * deleted or merged since, in one: deleting moves SystemModstamp too.
 */
export function soqlOf(
  { object, company, merges, history }: StreamObject,
  { phase, since }: Pick<ReadPlace, 'phase' | 'since'>,
  fields: readonly string[],
): ReadQuery {
  if (phase === 'history') {
    if (history === null) throw new Error(`no history of ${object}`);
    const columns = [history.key, 'StageName', 'CreatedDate'];
    const where = since === null ? '' : ` WHERE CreatedDate >= ${moment(since)}`;
    return { text: `SELECT ${columns.join(', ')} FROM ${history.object}${where}`, all: false, columns };
  }
  const fate = since === null ? [] : ['IsDeleted', ...(merges ? ['MasterRecordId'] : [])];
  const links = company === null ? [] : [company];
  const columns = [...new Set(['Id', 'SystemModstamp', ...links, ...fate, ...fields.map(fieldName)])];
  const where = since === null ? '' : ` WHERE SystemModstamp >= ${moment(since)} ORDER BY SystemModstamp, Id`;
  return { text: `SELECT ${columns.join(', ')} FROM ${object}${where}`, all: since !== null, columns };
}

/** Names go into the text of a query, so what is no name is stopped here. */
function fieldName(name: string): string {
  if (!/^[A-Za-z]\w*$/.test(name)) throw new Error(`no name of a field: ${name}`);
  return name;
}

function moment(since: string): string {
  return new Date(since).toISOString();
}
