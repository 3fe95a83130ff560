import type { Sort } from '../search.ts';

/** A column of the list: what it can be ordered by, and which way comes first. */
export interface Column {
  readonly id: 'rank' | 'account' | 'tier' | 'fit' | 'timing' | 'why' | 'where' | 'contact';
  readonly sorts: readonly { readonly by: Sort; readonly startsDown: boolean }[];
}

/** The columns in their order; each can be ordered by what it shows. */
export const columns: readonly Column[] = [
  { id: 'rank', sorts: [{ by: 'rank', startsDown: false }] },
  {
    id: 'account',
    sorts: [
      { by: 'name', startsDown: false },
      { by: 'domain', startsDown: false },
    ],
  },
  { id: 'tier', sorts: [{ by: 'tier', startsDown: false }] },
  {
    id: 'fit',
    sorts: [
      { by: 'fit', startsDown: true },
      { by: 'fit_max', startsDown: true },
    ],
  },
  {
    id: 'timing',
    sorts: [
      { by: 'timing', startsDown: true },
      { by: 'play', startsDown: false },
    ],
  },
  { id: 'why', sorts: [] },
  {
    id: 'where',
    sorts: [
      { by: 'industry', startsDown: false },
      { by: 'country', startsDown: false },
    ],
  },
  {
    id: 'contact',
    sorts: [
      { by: 'best_contact', startsDown: false },
      { by: 'owner', startsDown: false },
    ],
  },
];
