import type { OutcomeVectors } from './types.ts';

/** One vector of outcomes and how many accounts have it. */
export interface CodedAccounts {
  readonly code: number;
  readonly accounts: number;
}

/** The vectors of the accounts that are scored: in the market and not disqualified. */
export function* eachScored({ groups }: OutcomeVectors): Generator<CodedAccounts> {
  for (const { standing, codes, accounts } of groups)
    if (standing === 'scored')
      for (let i = 0; i < codes.length; i++) yield { code: codes[i]!, accounts: accounts[i]! };
}
