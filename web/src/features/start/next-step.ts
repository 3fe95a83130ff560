import type { Workspace } from '../../api/generated/types.gen.ts';

/** What to do next, and the page on which it is done. */
export interface NextStep {
  readonly key:
    | 'nextData'
    | 'nextCustomers'
    | 'nextPatterns'
    | 'nextProfile'
    | 'nextScore'
    | 'nextAccounts'
    | 'nextList';
  readonly to: '/data' | '/customers' | '/patterns' | '/profile' | '/accounts';
}

/** The one step that the state of the workspace asks for next. */
export function nextStep(workspace: Workspace): NextStep {
  const { snapshot, rows, patterns, profile, scored } = workspace;
  if (snapshot === null) return { key: 'nextData', to: '/data' };
  if (scored !== null) return { key: scored.callToday > 0 ? 'nextAccounts' : 'nextList', to: '/accounts' };
  if (profile !== null) return { key: 'nextScore', to: '/accounts' };
  if (patterns !== null) return { key: 'nextProfile', to: '/profile' };
  if (rows.customers > 0) return { key: 'nextCustomers', to: '/customers' };
  return { key: 'nextPatterns', to: '/patterns' };
}
