import type { Engine } from '../src/base/sql/index.ts';

/** An engine that counts for how long somebody waits for it; waits that overlap count once. */
export interface TimedEngine {
  readonly engine: Engine;
  /** Milliseconds so far. */
  readonly waited: () => number;
}

type During = <T>(work: () => Promise<T>) => Promise<T>;

/** Counts the waits of an engine; everything else goes through unchanged. */
export function timedEngine(inner: Engine): TimedEngine {
  let waiting = 0;
  let since = 0;
  let total = 0;
  const during: During = async (work) => {
    if (waiting === 0) since = performance.now();
    waiting += 1;
    try {
      return await work();
    } finally {
      waiting -= 1;
      if (waiting === 0) total += performance.now() - since;
    }
  };
  const engine = new Proxy(inner, {
    get: (target, name) => {
      const found: unknown = Reflect.get(target, name);
      if (typeof found !== 'function') return found;
      if (name === 'stream')
        return (query: Parameters<Engine['stream']>[0]) => timedStream(inner.stream(query), during);
      return (...args: readonly unknown[]) =>
        during(() => Reflect.apply(found, target, args) as Promise<unknown>);
    },
  });
  return { engine, waited: () => total };
}

async function* timedStream<T>(batches: AsyncIterable<T>, during: During): AsyncGenerator<T> {
  const iterator = batches[Symbol.asyncIterator]();
  for (;;) {
    const next = await during(() => iterator.next());
    if (next.done === true) return;
    yield next.value;
  }
}
