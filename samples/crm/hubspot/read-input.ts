import { requestReader } from '../shared/index.ts';
import { invalid } from './hubspot-refusal.ts';

/** Queries and bodies of requests; parameters and keys that the schema does not know are refused, as is a query beside a body. */
export const { readQuery, readBody } = requestReader({
  stray: (parameter) => invalid(`Unknown query parameter: ${parameter}`),
  mediaType: () => invalid('Content-Type must be application/json'),
  noJson: () => invalid('Invalid input JSON on line 1, column 1'),
  misfit: (where, why) => invalid(`Invalid input at ${where || 'the request'}: ${why}`),
});
