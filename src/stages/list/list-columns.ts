import type { SqlType } from '../../base/sql/index.ts';
import type { ListedAccount } from './types.ts';

/** The columns of the list as people and programs read it, in order (design, section 8). */
export const listColumns = {
  account_id: 'text',
  name: 'text',
  domain: 'text',
  industry: 'text',
  country: 'text',
  owner: 'text',
  fit: 'integer',
  fit_max: 'integer',
  tier: 'text',
  timing: 'text',
  timing_points: 'double',
  play: 'text',
  why_now: 'text',
  disqualified_by: 'text',
  reasons: 'text',
  unknown: 'text',
  win_probability: 'double',
  committee_found: 'text',
  committee_missing: 'text',
  best_contact: 'text',
  rank: 'integer',
} as const satisfies Readonly<Record<keyof ListedAccount, SqlType>>;
