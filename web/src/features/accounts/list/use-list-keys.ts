import type { KeyboardEvent } from 'react';
import type { AccountTableProps } from './table-props.ts';
import type { RowWindow } from './use-row-window.ts';

/** The keys of the list: arrows and pages move, Enter opens, Escape closes. */
export function useListKeys(
  { active, open, matching, onActive, onClose }: AccountTableProps,
  { shown, openAt }: { readonly shown: RowWindow; readonly openAt: (place: number) => void },
): (event: KeyboardEvent) => void {
  const move = (place: number) => {
    const next = Math.min(Math.max(place, 0), matching - 1);
    onActive(next);
    shown.reveal(next);
  };
  return (event) => {
    if (event.target !== event.currentTarget || event.ctrlKey || event.metaKey || event.altKey) return;
    const to = placeFor(event.key, { from: active ?? -1, page: shown.rowsInView, last: matching - 1 });
    if (to !== null) move(to);
    else if (event.key === 'Enter' && active !== null) openAt(active);
    else if (event.key === 'Escape' && open !== null) onClose();
    else return;
    event.preventDefault();
  };
}

function placeFor(
  key: string,
  { from, page, last }: { readonly from: number; readonly page: number; readonly last: number },
): number | null {
  switch (key) {
    case 'ArrowDown':
    case 'j':
      return from + 1;
    case 'ArrowUp':
    case 'k':
      return from - 1;
    case 'PageDown':
      return from + page;
    case 'PageUp':
      return from - page;
    case 'Home':
      return 0;
    case 'End':
      return last;
    default:
      return null;
  }
}
