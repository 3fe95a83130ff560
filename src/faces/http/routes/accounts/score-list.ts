import { z } from 'zod';
import { scoreAccounts } from '../../../../app/score-accounts.ts';
import { defineRoute } from '../../define-route.ts';
import { standingCounts } from './parts.ts';
import { scoreRequestOf } from './score-request.ts';

/** `POST /list/scoring`: scores all accounts with the page, the data and the day of now. */
export const scoreList = defineRoute({
  method: 'post',
  path: '/list/scoring',
  operationId: 'scoreList',
  summary: 'Scores and ranks all accounts, and answers when it is done',
  tag: 'Accounts',
  body: z.strictObject({ profile: z.string().optional(), version: z.number().int().min(1).optional() }),
  response: z.strictObject({ ...standingCounts, run: z.number().int() }).meta({ id: 'Scoring' }),
  handle: async (context, { body }) => {
    const { result } = await scoreAccounts(context.workspace, scoreRequestOf(context, body));
    const { run, accounts, tiers, disqualified, outsideMarket, needsData, callToday } = result;
    return { run, accounts, tiers, disqualified, outsideMarket, needsData, callToday };
  },
});
