import { createRandom, hashSeed } from '../src/base/stats/index.ts';
import { discover } from '../src/stages/discovery/index.ts';
import { drawCustomers, inputOf, traitOf } from './discovery-simulation.ts';
import { markdownTable } from './markdown-table.ts';
import { peakMiB } from './peak-mib.ts';
import { printEvidence } from './print-evidence.ts';
import { runApart } from './run-apart.ts';
import { writeBench } from './write-bench.ts';

interface Setting {
  readonly customers: number;
  readonly labelOnly: boolean;
  /** Null takes the split design, which needs none. */
  readonly permutations: number | null;
}

const FIELDS = 40;
const BAR_SECONDS = 60;
const SETTINGS: readonly Setting[] = [false, true].flatMap((labelOnly) => [
  { customers: 5000, labelOnly, permutations: 1000 },
  { customers: 100_000, labelOnly, permutations: null },
]);
/** Enough of everything that every step of the search has work: four traits, and a pair that only acts together. */
const TRAITS = (['yes-no', 'yes-no', 'number', 'category', 'pair'] as const).map((kind) =>
  traitOf(kind, 0.5, 0.3),
);

/** Time and memory of whole searches. */
function main(): void {
  const chosen = process.argv[2];
  if (chosen !== undefined) {
    process.stdout.write(JSON.stringify(measure(SETTINGS[Number(chosen)]!)));
    return;
  }
  const rows = SETTINGS.map((_, s) => runApart<ReturnType<typeof measure>>(s));
  const record = writeBench('discovery-speed', { fields: FIELDS, barSeconds: BAR_SECONDS, rows });
  printEvidence(record, null, [
    markdownTable(
      rows.map((row) => ({
        'whole search of 40 fields': `${row.customers.toLocaleString('en')} customers, ${row.labelOnly ? 'label only' : 'value'}`,
        design: row.search.permutations === 0 ? 'split' : `${row.search.permutations} permutations`,
        [`time (bar: ${BAR_SECONDS} s)`]: `${row.seconds.toFixed(1)} s`,
        'processor time': `${row.processorSeconds.toFixed(1)} s`,
        'peak memory': `${row.peakMiB} MiB`,
        'conditions, combinations tested': `${row.search.space.toLocaleString('en')}, ${row.search.combinations.toLocaleString('en')}`,
        'supported, combinations among them': `${row.supported}, ${row.combinations}`,
        search: row.search.method,
      })),
    ),
  ]);
  process.exitCode = rows.every(({ seconds }) => seconds < BAR_SECONDS) ? 0 : 1;
}

function measure({ customers, labelOnly, permutations }: Setting) {
  const seed = hashSeed(`speed ${customers}`);
  const drawn = drawCustomers(createRandom(seed), { n: customers, fields: FIELDS, traits: TRAITS });
  const input = inputOf(drawn, { seed, permutations, labelOnly });
  const before = performance.now();
  const used = process.cpuUsage();
  const result = discover(input);
  const seconds = (performance.now() - before) / 1000;
  const { user, system } = process.cpuUsage(used);
  if (result.kind !== 'discovery') throw new Error(result.why);
  const supported = result.patterns.filter(({ verdict }) => verdict === 'supported');
  return {
    customers,
    labelOnly,
    seconds: Math.round(100 * seconds) / 100,
    processorSeconds: Math.round((user + system) / 10_000) / 100,
    peakMiB: peakMiB(),
    search: result.search,
    supported: supported.length,
    combinations: supported.filter(({ conditions }) => conditions.length > 1).length,
  };
}

main();
