import type { Account, AccountList } from '../../../api/generated/types.gen.ts';
import type { Lines } from '../words/use-lines.ts';

/** What the sections of an account are made of. */
export interface SheetProps {
  readonly account: Account;
  readonly list: AccountList;
  readonly lines: Lines;
  readonly onOpen: (id: string) => void;
}
