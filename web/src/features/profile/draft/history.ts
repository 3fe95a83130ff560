/** Steps that can be taken back and forth. */
export interface History<T> {
  readonly past: readonly T[];
  readonly now: T;
  readonly future: readonly T[];
}

const mostSteps = 100;

/** A history that begins. */
export function begin<T>(now: T): History<T> {
  return { past: [], now, future: [] };
}

/** The history after a step; what was taken back is forgotten. */
export function step<T>({ past, now }: History<T>, next: T): History<T> {
  return { past: [...past, now].slice(-mostSteps), now: next, future: [] };
}

/** The history one step back; the same at its beginning. */
export function back<T>(history: History<T>): History<T> {
  const last = history.past.at(-1);
  if (last === undefined) return history;
  return { past: history.past.slice(0, -1), now: last, future: [history.now, ...history.future] };
}

/** The history one step forth; the same at its end. */
export function forth<T>(history: History<T>): History<T> {
  const [next, ...future] = history.future;
  return next === undefined ? history : { past: [...history.past, history.now], now: next, future };
}
