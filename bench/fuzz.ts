import { createDuckDbEngine } from '../src/edges/engines/duckdb/index.ts';
import { fuzzBytes } from '../test/fuzz/fuzz-bytes.ts';
import { fuzzCsv, fuzzImports } from '../test/fuzz/fuzz-csv.ts';
import { fuzzJson } from '../test/fuzz/fuzz-json.ts';
import { type FuzzOptions, fuzzValues } from '../test/fuzz/fuzz-values.ts';
import { writeBench } from './write-bench.ts';

const cases = Number(process.argv[2] ?? 100_000);
const seed = Number(process.argv[3] ?? 20_261_122);

/** Shares of the cases: a text takes microseconds, a file through the engine tens of milliseconds. */
const shares = { values: 0.9, csv: 0.06, imports: 0.005, json: 0.025, bytes: 0.01 } as const;
const engine = await createDuckDbEngine();
const campaigns: Readonly<Record<keyof typeof shares, (options: FuzzOptions) => Promise<object>>> = {
  values: (options) => fuzzValues(engine, options),
  csv: (options) => fuzzCsv(engine, options),
  imports: fuzzImports,
  json: (options) => fuzzJson(engine, options),
  bytes: (options) => fuzzBytes(engine, options),
};

/** Feeds generated input to the readers of values and files; stops at the first fault with what repeats it. */
async function runAll(): Promise<void> {
  const figures: Record<string, object> = {};
  for (const [name, share] of Object.entries(shares)) {
    const count = Math.round(cases * share);
    const start = performance.now();
    const onProgress = (done: number) => process.stderr.write(`\r${name}: ${done} of ${count}  `);
    try {
      const found = await campaigns[name as keyof typeof shares]({ cases: count, seed, onProgress });
      figures[name] = { ...found, seconds: Math.round((performance.now() - start) / 100) / 10 };
      process.stderr.write('\n');
      console.log(name, JSON.stringify(figures[name]));
    } catch (error) {
      console.error(`\nA fault in ${name}. Repeat: npm run bench -- fuzz ${cases} ${seed}`);
      throw error;
    }
  }
  writeBench('fuzz', { cases, seed, faults: 0, ...figures });
}

try {
  await runAll();
} finally {
  await engine.close();
}
