import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import {
  anchorOf,
  heightsOf,
  isRunningOut,
  type ListHeights,
  type ListPosition,
  scrolledTo,
  topFor,
} from './row-window.ts';

/** Rows kept ready above and below those that are seen. */
const ahead = 6;
/** After so long without a step the element is put back to where the list stands, in milliseconds. */
const settledMs = 140;

/** A list of rows that are all alike. */
export interface RowList {
  readonly rows: number;
  readonly rowHeight: number;
  /** Pixels at the top of the element that rows do not get: a heading that stays. */
  readonly taken: number;
  /** Another list begins at its top. */
  readonly key: string;
}

/** The part of a list that is drawn. */
export interface RowWindow {
  readonly first: number;
  readonly last: number;
  /** Pixels from the top of the view to the first row that is drawn. */
  readonly shift: number;
  /** The height of the element that is scrolled. */
  readonly height: number;
  readonly view: number;
  /** The rows that are seen have stood still for a moment: worth asking for. */
  readonly isSettled: boolean;
  readonly rowsInView: number;
  /** Moves the list as little as possible so that a row is seen. */
  readonly reveal: (place: number) => void;
}

interface Moment {
  readonly position: ListPosition;
  readonly heights: ListHeights;
}

/** Draws only the rows of a long list that are seen, in the element that scrolls. */
export function useRowWindow(scroller: RefObject<HTMLElement | null>, list: RowList): RowWindow {
  const { rows, rowHeight, taken, key } = list;
  const view = useView(scroller, taken);
  const heights = heightsOf(rows, rowHeight, view);
  const { position, isSettled, place, now } = useScrolled(scroller, heights);
  useLayoutEffect(() => {
    if (key !== '') place(0);
  }, [key, place]);
  const top = Math.min(position.top, Math.max(heights.list - view, 0));
  const first = Math.max(Math.floor(top / rowHeight) - ahead, 0);
  return {
    first,
    last: Math.min(Math.ceil((top + view) / rowHeight) + ahead, rows) - 1,
    shift: first * rowHeight - top,
    height: heights.shown,
    view,
    isSettled,
    rowsInView: Math.max(Math.floor(view / rowHeight), 1),
    reveal: (wanted) => {
      const { position: at, heights: of } = now();
      const next = topFor(wanted, rowHeight, { ...of, top: at.top });
      if (next !== at.top) place(next);
    },
  };
}

/** How many pixels of rows are seen at once. */
function useView(scroller: RefObject<HTMLElement | null>, taken: number): number {
  const [view, setView] = useState(600);
  useLayoutEffect(() => {
    const element = scroller.current;
    if (element === null) return;
    const measure = () => setView(Math.max(element.clientHeight - taken, 1));
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [scroller, taken]);
  return view;
}

function useScrolled(scroller: RefObject<HTMLElement | null>, heights: ListHeights) {
  const [position, setPosition] = useState<ListPosition>({ scrollTop: 0, top: 0 });
  const [isSettled, setSettled] = useState(true);
  const moment = useRef<Moment>({ position, heights });
  moment.current = { position: moment.current.position, heights };
  const stand = useCallback((next: ListPosition) => {
    moment.current = { ...moment.current, position: next };
    setPosition(next);
  }, []);
  const place = useCallback(
    (top: number) => {
      const element = scroller.current;
      if (element === null) return;
      element.scrollTop = anchorOf(top, moment.current.heights);
      stand({ scrollTop: element.scrollTop, top });
    },
    [scroller, stand],
  );
  useEffect(() => {
    const element = scroller.current;
    if (element === null) return;
    let timer = 0;
    const settle = () => {
      setSettled(true);
      const { position: at, heights: of } = moment.current;
      if (Math.abs(anchorOf(at.top, of) - at.scrollTop) > 1) place(at.top);
    };
    const onScroll = () => {
      const { position: from, heights: of } = moment.current;
      if (element.scrollTop === from.scrollTop) return;
      const next = scrolledTo(from, element.scrollTop, of);
      if (isRunningOut(next, of)) place(next.top);
      else stand(next);
      setSettled(false);
      window.clearTimeout(timer);
      timer = window.setTimeout(settle, settledMs);
    };
    element.addEventListener('scroll', onScroll, { passive: true });
    return () => {
      window.clearTimeout(timer);
      element.removeEventListener('scroll', onScroll);
    };
  }, [scroller, place, stand]);
  const now = useCallback(() => moment.current, []);
  return { position, isSettled, place, now };
}
