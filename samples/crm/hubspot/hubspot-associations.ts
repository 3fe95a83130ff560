import { z } from 'zod';
import {
  type CrmKind,
  linkedRows,
  type Route,
  type StandInAnswer,
  type StandInRequest,
} from '../shared/index.ts';
import { type HubspotAccount, kindOf, liveRow, singular } from './hubspot-account.ts';
import { batchAnswer } from './hubspot-batches.ts';
import { type HubspotProblem, invalid } from './hubspot-refusal.ts';
import { readBody } from './read-input.ts';

const readLinks = z.strictObject({
  inputs: z.array(z.strictObject({ id: z.string(), after: z.string().regex(/^\d+$/).optional() })).min(1),
});

/** Numbers of the associations that HubSpot defines, by direction; the first of two is the primary one. */
const linkTypes: Readonly<Record<string, readonly number[]>> = {
  'contacts companies': [1, 279],
  'companies contacts': [2, 280],
  'deals companies': [5, 341],
  'companies deals': [6, 342],
  'deals contacts': [3],
  'contacts deals': [4],
};

/**
 * Associations of up to 1,000 records at once, `page` of one record at a time. A change of an association does not move
 * the record's date of last change: reading them again is the only way to learn of it.
 */
export function associationRoutes(account: HubspotAccount, page: number): readonly Route[] {
  return [
    {
      method: 'POST',
      path: '/crm/associations/2026-09/:from/:to/batch/read',
      handle: (request, { from, to }) =>
        readMany({ account, page, from: kindOf(from!), to: kindOf(to!) }, request),
    },
  ];
}

interface Reading {
  readonly account: HubspotAccount;
  readonly page: number;
  readonly from: CrmKind;
  readonly to: CrmKind;
}

function readMany(reading: Reading, request: StandInRequest): StandInAnswer {
  const { inputs } = readBody(readLinks, request);
  if (inputs.length > 1000)
    throw invalid(
      `The maximum number of inputs supported in a batch request is 1000. Received ${inputs.length}.`,
    );
  const results: object[] = [];
  const errors: HubspotProblem[] = [];
  for (const { id, after } of inputs) {
    const result = linksOf(reading, id, Number(after ?? 0));
    if (result === null) errors.push(noLinks(reading, id));
    else results.push(result);
  }
  return batchAnswer(reading.account, { status: 200, results, errors });
}

function linksOf({ account, page, from, to }: Reading, id: string, offset: number): object | null {
  const row = liveRow(account, from, id);
  const targets = row === null ? [] : linkedRows(account.tables, row, { from, to });
  if (targets.length === 0) return null;
  const types = (linkTypes[`${from} ${to}`] ?? []).map((typeId, i, all) => ({
    category: 'HUBSPOT_DEFINED',
    typeId,
    label: i === 0 && all.length === 2 ? 'Primary' : null,
  }));
  const table = account.tables[to];
  const shown = targets.slice(offset, offset + page);
  const listed = shown.map((target) => ({ toObjectId: table.idOf(target), associationTypes: types }));
  const end = offset + page;
  const paging = end < targets.length ? { paging: { next: { after: String(end) } } } : {};
  return { from: { id }, to: listed, ...paging };
}

function noLinks({ from, to }: Reading, id: string): HubspotProblem {
  return {
    category: 'OBJECT_NOT_FOUND',
    subCategory: 'crm.associations.NO_ASSOCIATIONS_FOUND',
    message: `No ${singular[to]} is associated with ${singular[from]} ${id}.`,
    context: { fromObjectId: [id], fromObjectType: [singular[from]], toObjectType: [singular[to]] },
  };
}
