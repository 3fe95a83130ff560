import type { Survival } from './types.ts';

/** Accounts of tier A, and how many of them are expected to stay. */
export function survivalOf(accounts: number, stay: number): Survival {
  return { accounts, stay, share: accounts === 0 ? null : stay / accounts };
}
