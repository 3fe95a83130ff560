import type { VendorRules } from '../client/index.ts';
import { judgeAnswer } from './judge-answer.ts';
import { openSession } from './open-session.ts';
import { dayLimit, salesforceLimits, salesforceNeeds, salesforceSettings } from './salesforce-settings.ts';
import { usageOfAnswer } from './usage-of-answer.ts';

/** How Salesforce differs from other vendors, for the client. */
export const salesforceRules: VendorRules = {
  label: salesforceSettings.label,
  origin: null,
  limits: salesforceLimits,
  needs: salesforceNeeds,
  dayLimit,
  unit: 'requests',
  authorize: (token) => ({ authorization: `Bearer ${token}` }),
  refresh: openSession,
  judge: judgeAnswer,
  usageOf: usageOfAnswer,
};
