import { useEffect, useRef } from 'react';
import type { Rows } from '../api/use-rows.ts';

/**
 * While a drawer is open it shows the account that the keys have come to, as soon as that is read.
 *
 * @returns notes that the account at a place is to be opened once it is read
 */
export function useFollowing(
  {
    active,
    open,
    onOpen,
  }: {
    readonly active: number | null;
    readonly open: string | null;
    readonly onOpen: (id: string) => void;
  },
  rows: Rows,
): (place: number) => void {
  const id = active === null ? undefined : rows.at(active)?.id;
  const last = useRef<number | null>(null);
  const wished = useRef<number | null>(null);
  useEffect(() => {
    if (active === null || id === undefined || last.current === active) return;
    last.current = active;
    const isWished = wished.current === active;
    wished.current = null;
    if ((open !== null || isWished) && id !== open) onOpen(id);
  }, [active, id, open, onOpen]);
  return (place) => {
    wished.current = place;
  };
}
