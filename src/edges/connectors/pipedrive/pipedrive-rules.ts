import type { VendorRules } from '../client/index.ts';
import type { ConnectionSettings, ConnectorContext } from '../records/index.ts';
import { authorize } from './authorize.ts';
import { connectionNeeds } from './connection-needs.ts';
import { judgeAnswer } from './judge-answer.ts';
import { pipedriveAddresses } from './pipedrive-settings.ts';
import { planLimits } from './plan-limits.ts';
import { refreshToken } from './refresh-token.ts';
import { usageOf } from './usage-of.ts';

/** How Pipedrive differs from other vendors, for an account of a plan; `now` says when its next day begins. */
export function pipedriveRules(
  { options }: Pick<ConnectionSettings, 'options'>,
  { now }: Pick<ConnectorContext, 'now'>,
): VendorRules {
  const limits = planLimits(options);
  return {
    label: 'Pipedrive',
    needs: connectionNeeds,
    origin: pipedriveAddresses.api,
    limits,
    dayLimit: limits.some(({ name }) => name === 'day') ? 'day' : null,
    unit: 'tokens',
    authorize,
    refresh: refreshToken,
    judge: (answer) => judgeAnswer(answer, now()),
    usageOf: (answer) => usageOf(answer, now()),
  };
}
