import type { ListAsk } from '../api/use-rows.ts';
import type { Tuning } from '../card/preview.ts';
import type { RowSpeech } from '../words/row-words.ts';
import type { Ordering } from './table-head.tsx';

/** The list, and what is chosen in it. */
export interface AccountTableProps extends Ordering {
  readonly ask: ListAsk;
  readonly matching: number;
  readonly speech: RowSpeech;
  /** Points and tiers that are tried; null shows those of the page. */
  readonly tuning: Tuning | null;
  /** The place of the row that the keys move from; null before any was chosen. */
  readonly active: number | null;
  readonly onActive: (place: number) => void;
  /** The account whose drawer is open. */
  readonly open: string | null;
  readonly onOpen: (id: string) => void;
  readonly onClose: () => void;
}
