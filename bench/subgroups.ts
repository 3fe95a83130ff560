import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createRandom, hashSeed } from '../src/base/stats/index.ts';
import {
  type SubgroupResult,
  type SubgroupTask,
  searchSubgroups,
} from '../src/stages/discovery/subgroups/index.ts';
import { type AdultSpace, readAdultSpace } from './adult-space.ts';
import { markdownTable } from './markdown-table.ts';
import { peakMiB } from './peak-mib.ts';
import { printEvidence } from './print-evidence.ts';
import { runApart } from './run-apart.ts';
import { writeBench } from './write-bench.ts';

/** One setting of the peers. */
interface Setting {
  readonly space: 'easy-127' | 'rich-192';
  readonly rows: number;
  readonly depth: 3 | 4;
  readonly quality: 'wracc' | 'sqrt' | 'a0.1';
  readonly permuted: boolean;
  /** Whether two conditions may name one field. */
  readonly sameField: boolean;
}

/** One run of pysubgroup. */
interface PeerRun {
  readonly rows: number;
  readonly algorithm: string;
  readonly quality: string;
  readonly selectors: number;
  readonly depth: number;
  readonly permutedLabels: boolean;
  readonly status: string;
  readonly wallSeconds: number;
  readonly peakRssMb: number;
  readonly top:
    | readonly { readonly q: number; readonly sg: string; readonly size: number; readonly pos: number }[]
    | null;
}

const KEEP = 10;
const ADULT = 48_842;
const POWER = { wracc: 1, sqrt: 0.5, 'a0.1': 0.1 };
const RUNS = 5;
/** Qualities that differ by less are the same. */
const EQUAL = 1e-12;
const data = process.env.BESTFIT_REAL_DATA ?? '';
const peers = join(data, '..', 'peers');

const easy = {
  space: 'easy-127',
  rows: ADULT,
  depth: 3,
  quality: 'wracc',
  permuted: false,
  sameField: true,
} as const;
const settings: readonly Setting[] = [
  easy,
  { ...easy, quality: 'sqrt' },
  { ...easy, space: 'rich-192', quality: 'a0.1' },
  { ...easy, space: 'rich-192', depth: 4 },
  { ...easy, space: 'rich-192', depth: 4, sameField: false },
  { ...easy, permuted: true },
  { ...easy, rows: 1_000_000 },
  { ...easy, rows: 1_000_000, quality: 'sqrt' },
];

/** Runs each setting in a process of its own, and sets it beside what pysubgroup took. */
function main(): void {
  if (data === '') throw new Error('BESTFIT_REAL_DATA names the folder of the real data.');
  const chosen = process.argv[2];
  if (chosen !== undefined) {
    process.stdout.write(JSON.stringify(measure(settings[Number(chosen)]!)));
    return;
  }
  const figures = settings.map((_, s) => {
    process.stderr.write(`${s + 1} of ${settings.length}\n`);
    return runApart<ReturnType<typeof measure>>(s);
  });
  printEvidence(writeBench('subgroups', figures), null, [
    markdownTable(
      figures.map((figure) => ({
        search: figure.setting,
        pysubgroup: figure.peer,
        'ours, first / median': `${figure.firstMs} / ${figure.medianMs} ms`,
        'combinations counted': figure.visited.toLocaleString('en'),
        peak: `${figure.peakMiB} MiB`,
        'times faster': figure.timesFaster,
        'the same top 10': figure.sameTop,
      })),
    ),
  ]);
  const missed = figures.filter(({ firstMs, bar }) => firstMs > bar);
  console.log(
    `${missed.length} of ${figures.length} first runs miss the bar of a tenth of the fastest peer.`,
  );
  process.exitCode = missed.length === 0 ? 0 : 1;
}

function measure(setting: Setting) {
  const space = readAdultSpace({ data, peers, space: setting.space, rowOf: resample(setting.rows) });
  const label = setting.permuted ? permute(space.label) : space.label;
  const task: SubgroupTask = {
    target: { kind: 'label', label },
    selectors: space.selectors,
    depth: setting.depth,
    keep: KEEP,
    sizePower: POWER[setting.quality],
    leastCover: 1,
    sameField: setting.sameField,
    folded: false,
    budget: 20_000_000,
  };
  const kept = timed(task);
  const peakMemory = peakMiB();
  const folded = timed({ ...task, folded: true });
  checkCounts(kept.result, space, label);
  checkCounts(folded.result, space, label);
  const runs = peerRuns(setting);
  const fastest = runs.toSorted((a, b) => a.wallSeconds - b.wallSeconds)[0]!;
  return {
    setting: nameOf(setting),
    method: kept.result.method,
    firstMs: kept.firstMs,
    medianMs: kept.medianMs,
    visited: kept.result.visited,
    peakMiB: peakMemory,
    folded: { firstMs: folded.firstMs, medianMs: folded.medianMs, visited: folded.result.visited },
    peer: `${fastest.algorithm} ${(1000 * fastest.wallSeconds).toFixed(0)} ms, ${fastest.peakRssMb.toFixed(0)} MB`,
    bar: Math.round(100 * fastest.wallSeconds),
    timesFaster: round((1000 * fastest.wallSeconds) / kept.firstMs),
    sameTop: compareTops(kept.result, runs, space),
  };
}

/** The first run has everything to compile; the median is of those after it. */
function timed(task: SubgroupTask) {
  const times: number[] = [];
  let result: SubgroupResult | null = null;
  for (let run = 0; run <= RUNS; run++) {
    const before = performance.now();
    result = searchSubgroups(task);
    times.push(round(performance.now() - before));
  }
  const [firstMs, ...later] = times;
  return { result: result!, firstMs: firstMs!, medianMs: later.sort((a, b) => a - b)[RUNS >> 1]! };
}

function round(ms: number): number {
  return Math.round(10 * ms) / 10;
}

function nameOf({ space, rows, depth, quality, permuted, sameField }: Setting): string {
  const more = `${permuted ? ', labels permuted' : ''}${sameField ? '' : ', a field once'}`;
  return `${space}, ${rows} rows, depth ${depth}, ${quality}${more}`;
}

/** Rows drawn with replacement; the peers drew others. */
function resample(size: number): ((rows: number) => Int32Array) | null {
  if (size === ADULT) return null;
  const random = createRandom(hashSeed('subgroups rows'));
  return (rows) => Int32Array.from({ length: size }, () => random.integer(rows));
}

function permute(label: Uint8Array): Uint8Array {
  const order = Int32Array.from(label);
  createRandom(hashSeed('subgroups labels')).shuffle(order);
  return Uint8Array.from(order);
}

function peerRuns(setting: Setting): readonly PeerRun[] {
  const runs = JSON.parse(readFileSync(join(peers, 'pysubgroup.json'), 'utf8')) as readonly PeerRun[];
  return runs.filter(
    (run) =>
      run.status === 'ok' &&
      run.rows === setting.rows &&
      run.quality === setting.quality &&
      run.selectors === Number(setting.space.slice(-3)) &&
      run.depth === setting.depth &&
      run.permutedLabels === setting.permuted,
  );
}

/** Counts each conjunction again, row by row. */
function checkCounts({ top }: SubgroupResult, { selectors }: AdultSpace, label: Uint8Array): void {
  for (const found of top) {
    let cover = 0;
    let positives = 0;
    label.forEach((mark, row) => {
      if (!found.selectors.every((s) => ((selectors[s]!.rows[row >>> 5]! >>> (row & 31)) & 1) === 1)) return;
      cover++;
      positives += mark;
    });
    if (cover !== found.cover || positives !== found.positives) throw new Error('A count is wrong.');
  }
}

/**
 * Whether qualities, rows, positives and conditions are those of the peer. Where equals stand in a row, either order
 * will do; of equals that only partly fit into the list, any will do. A place worse than the peer's ends the bench.
 */
function compareTops({ top }: SubgroupResult, runs: readonly PeerRun[], { names }: AdultSpace): string {
  const expected = runs.find((run) => run.top !== null)?.top ?? [];
  if (expected.length === 0) return 'the peer gives none';
  if (expected.some(({ q }, i) => !(top[i]!.quality > q - EQUAL))) throw new Error('Worse than the peer.');
  const described = top.map(({ selectors }) =>
    selectors
      .map((s) => names[s]!)
      .sort()
      .join(' AND '),
  );
  const last = expected.at(-1)!.q;
  const same = expected.every(({ q, sg, size, pos }, i) => {
    const { quality, cover, positives } = top[i]!;
    const numbers = Math.abs(quality - q) < EQUAL && cover === size && positives === pos;
    return numbers && (q < last + EQUAL || described.includes(sg));
  });
  if (same) return 'yes';
  const known = new Set(expected.map(({ sg }) => sg));
  const lacking = top.filter(({ quality }, i) => quality > last + EQUAL && !known.has(described[i]!));
  return `the peer lacks ${lacking.length} that are better than its last`;
}

main();
