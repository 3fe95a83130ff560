import { z } from 'zod';
import { requestReader, type StandInRequest } from '../shared/index.ts';
import { SalesforceRefusal } from './salesforce-refusal.ts';

const unreadable = (message: string) => new SalesforceRefusal(400, 'JSON_PARSER_ERROR', message);

/** Queries and bodies of requests; parameters and keys that the schema does not know are refused. */
export const { readQuery, readBody } = requestReader({
  stray: null,
  mediaType: () =>
    new SalesforceRefusal(415, 'UNSUPPORTED_MEDIA_TYPE', 'Content-Type must be application/json'),
  noJson: () => unreadable('The HTTP entity body is not JSON'),
  misfit: (where, why) => unreadable(`${where}: ${why}`),
});

const nothing = z.strictObject({});

/** Refuses a request that carries parameters where there are none. */
export function refuseParameters(request: StandInRequest): void {
  readQuery(nothing, request);
}
