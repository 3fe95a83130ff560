import type { Engine } from '../../src/base/sql/index.ts';

/** An engine whose time of work is summed; work that overlaps counts once. */
export function timedEngine(engine: Engine): { readonly engine: Engine; readonly busyMs: () => number } {
  let busy = 0;
  let running = 0;
  let since = 0;
  const enter = () => {
    if (running === 0) since = performance.now();
    running += 1;
  };
  const leave = () => {
    running -= 1;
    if (running === 0) busy += performance.now() - since;
  };
  const timed =
    <A extends readonly unknown[], R>(work: (...args: A) => Promise<R>) =>
    async (...args: A): Promise<R> => {
      enter();
      try {
        return await work(...args);
      } finally {
        leave();
      }
    };
  return {
    busyMs: () => busy,
    engine: {
      dialect: engine.dialect,
      capabilities: engine.capabilities,
      rows: timed(engine.rows.bind(engine)),
      stream: (query) => engine.stream(query),
      describe: timed(engine.describe.bind(engine)),
      materialize: timed(engine.materialize.bind(engine)),
      load: timed(engine.load.bind(engine)),
      drop: timed(engine.drop.bind(engine)),
      copy: timed(engine.copy.bind(engine)),
      sniffCsv: timed(engine.sniffCsv.bind(engine)),
      openCsv: timed(engine.openCsv.bind(engine)),
      stageParquet: timed(engine.stageParquet.bind(engine)),
      stageRows: timed(engine.stageRows.bind(engine)),
      close: () => engine.close(),
    },
  };
}
