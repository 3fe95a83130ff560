import type { Route } from '../../types.ts';
import { getAccount } from './get-account.ts';
import { getList } from './get-list.ts';
import { getListAccounts } from './get-list-accounts.ts';
import { getListCounts } from './get-list-counts.ts';
import { getListFile } from './get-list-file.ts';
import { getListOutcomes } from './get-list-outcomes.ts';
import { reviseListCard } from './revise-list-card.ts';

/** The ranked list and the accounts on it. */
export const accountRoutes: readonly Route[] = [
  getList,
  getListAccounts,
  getListCounts,
  getListOutcomes,
  getListFile,
  reviseListCard,
  getAccount,
];
