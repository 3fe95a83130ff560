import { z } from 'zod';
import { showAccount } from '../../../../app/show-account.ts';
import { defineRoute } from '../../define-route.ts';
import { accountSchema } from './account-schema.ts';
import { cardQuery } from './parts.ts';
import { scoreRequestOf } from './score-request.ts';

/** `GET /accounts/{id}`: everything behind one account's place in the list. */
export const getAccount = defineRoute({
  method: 'get',
  path: '/accounts/{id}',
  operationId: 'getAccount',
  summary: 'One account: its sum line by line, what is unknown, what would lift it, its events and people',
  tag: 'Accounts',
  params: z.strictObject({ id: z.string().describe('Id, domain or name.') }),
  query: z.strictObject(cardQuery),
  response: accountSchema,
  handle: async (context, { params, query }) => {
    const { profile, version, asOf } = scoreRequestOf(context, query);
    return showAccount(context.workspace, { profile, version, asOf, account: params.id });
  },
});
