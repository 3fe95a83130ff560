/** The tallest element that every browser lays out to the pixel; longer lists scroll in proportion. */
export const mostHeight = 8_000_000;

/** Heights in pixels: of all rows, of the element that is scrolled in their place, of the part that is seen. */
export interface ListHeights {
  readonly list: number;
  readonly shown: number;
  readonly view: number;
}

/** Where the element and the list stand. */
export interface ListPosition {
  readonly scrollTop: number;
  /** The first pixel of the list that is seen. */
  readonly top: number;
}

/** The heights of a list of rows that are all alike. */
export function heightsOf(rows: number, rowHeight: number, view: number): ListHeights {
  const list = rows * rowHeight;
  return { list, shown: Math.min(list, mostHeight), view };
}

/**
 * Where the list stands after the element was scrolled. A small step moves the list by just as many pixels, however
 * long it is; a leap (the scroll bar was dragged) goes to the same part of it. Where the element ends, near its end the
 * list does too.
 */
export function scrolledTo(from: ListPosition, scrollTop: number, heights: ListHeights): ListPosition {
  const step = scrollTop - from.scrollTop;
  const { list, shown, view } = heights;
  if (list <= shown) return { scrollTop, top: scrollTop };
  const [last, lastShown] = [lengthOf(list, view), lengthOf(shown, view)];
  const isStep = Math.abs(step) <= 2 * view;
  const top = clamp(isStep ? from.top + step : (scrollTop / lastShown) * last, last);
  if (scrollTop <= 0 && top < view) return { scrollTop, top: 0 };
  if (scrollTop >= lastShown && last - top < view) return { scrollTop, top: last };
  return { scrollTop, top };
}

/** Where the element ought to stand for the list to stand at `top`: steps drift away from it. */
export function anchorOf(top: number, { list, shown, view }: ListHeights): number {
  if (list <= shown) return top;
  return (top / lengthOf(list, view)) * lengthOf(shown, view);
}

/** Whether the element is about to end while the list is not: then it has to be put back before the next step. */
export function isRunningOut({ scrollTop, top }: ListPosition, { list, shown, view }: ListHeights): boolean {
  if (list <= shown) return false;
  const [left, leftOfList] = [lengthOf(shown, view) - scrollTop, lengthOf(list, view) - top];
  return (scrollTop < view && top > view) || (left < view && leftOfList > view);
}

/** The top at which a row is seen whole, moved as little as possible. */
export function topFor(place: number, rowHeight: number, at: ListHeights & { readonly top: number }): number {
  const start = place * rowHeight;
  if (start < at.top) return start;
  const end = start + rowHeight - at.view;
  return end > at.top ? clamp(end, lengthOf(at.list, at.view)) : at.top;
}

function lengthOf(height: number, view: number): number {
  return Math.max(height - view, 1);
}

function clamp(top: number, most: number): number {
  return Math.min(Math.max(top, 0), most);
}
