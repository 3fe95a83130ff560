import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import {
  type SubgroupResult,
  type SubgroupTask,
  searchSubgroups,
} from '../src/stages/discovery/subgroups/index.ts';
import { readAdultSpace } from './adult-space.ts';
import { markdownTable } from './markdown-table.ts';
import { peakMiB } from './peak-mib.ts';
import { printEvidence } from './print-evidence.ts';
import { runApart } from './run-apart.ts';
import { writeBench } from './write-bench.ts';

interface Setting {
  readonly space: 'easy-127' | 'rich-192';
  readonly target: 'hours-per-week' | 'age';
  readonly sizePower: 1 | 0.5;
}

/** What one algorithm of pysubgroup took, and the best it found. */
interface PeerRun {
  readonly seconds: number;
  readonly peakMiB: number;
  readonly top: readonly { readonly quality: number; readonly name: string }[];
}

const SETTINGS: readonly Setting[] = [
  { space: 'easy-127', target: 'hours-per-week', sizePower: 1 },
  { space: 'easy-127', target: 'hours-per-week', sizePower: 0.5 },
  { space: 'rich-192', target: 'hours-per-week', sizePower: 1 },
  { space: 'rich-192', target: 'age', sizePower: 0.5 },
];
const KEEP = 10;
const DEPTH = 3;
const RUNS = 5;
/** Qualities that differ by less are the same. */
const EQUAL = 1e-9;
const ALGORITHMS = ['DFSNumeric', 'Apriori'] as const;
const data = process.env.BESTFIT_REAL_DATA ?? '';
const peers = join(data, '..', 'peers');
/** A Python that has pysubgroup; without it, ours runs alone. */
const python = process.env.BESTFIT_PEER_PYTHON ?? '';

/** The search for a number, each setting in a process of its own, beside pysubgroup on the same machine. */
function main(): void {
  if (data === '') throw new Error('BESTFIT_REAL_DATA names the folder of the real data.');
  const chosen = process.argv[2];
  if (chosen !== undefined) {
    process.stdout.write(JSON.stringify(measure(SETTINGS[Number(chosen)]!)));
    return;
  }
  const figures = SETTINGS.map((setting, s) => {
    const ours = runApart<ReturnType<typeof measure>>(s);
    return { ...setting, ...ours, ...beside(ours, python === '' ? [] : runPeers(setting)) };
  });
  printEvidence(writeBench('subgroups-value', figures), null, [
    markdownTable(
      figures.map((figure) => ({
        search: `${figure.space.slice(-3)} selectors, ${figure.target}, ${figure.sizePower === 1 ? 'mean shift x share' : 'square root'}`,
        pysubgroup: figure.peer,
        ours: `${figure.firstMs} / ${figure.medianMs} ms`,
        'combinations counted': figure.visited.toLocaleString('en'),
        peak: `${figure.peakMiB} MiB`,
        'times faster': figure.timesFaster ?? '-',
        'the same top 10': figure.sameTop,
      })),
    ),
  ]);
}

function measure({ space, target, sizePower }: Setting) {
  const adult = readAdultSpace({ data, peers, space, rowOf: null });
  const used = adult.selectors.flatMap(({ field }, s) => (field === target ? [] : [s]));
  const task: SubgroupTask = {
    target: { kind: 'value', values: adult.numbers(target) },
    selectors: used.map((s) => adult.selectors[s]!),
    depth: DEPTH,
    keep: KEEP,
    sizePower,
    leastCover: 1,
    sameField: true,
    folded: false,
    budget: 20_000_000,
  };
  const times: number[] = [];
  let result: SubgroupResult | null = null;
  for (let run = 0; run <= RUNS; run++) {
    const before = performance.now();
    result = searchSubgroups(task);
    times.push(Math.round(10 * (performance.now() - before)) / 10);
  }
  const [firstMs, ...later] = times;
  const { method, visited, top } = result!;
  return {
    method,
    firstMs: firstMs!,
    medianMs: later.sort((a, b) => a - b)[RUNS >> 1]!,
    visited,
    peakMiB: peakMiB(),
    top: top.map(({ quality, selectors }) => ({
      quality,
      name: selectors
        .map((s) => adult.names[used[s]!]!)
        .sort()
        .join(' AND '),
    })),
  };
}

function runPeers(setting: Setting): readonly (PeerRun & { readonly algorithm: string })[] {
  const csv = join(data, 'adult_raw', 'adult_raw.csv');
  return ALGORITHMS.flatMap((algorithm) => {
    const task = JSON.stringify({ ...setting, algorithm, depth: DEPTH, keep: KEEP });
    const script = ['bench/subgroups-value-peer.py', csv, join(peers, 'adult-selectors.json'), task];
    const { status, stdout, stderr } = spawnSync(python, script, { encoding: 'utf8' });
    if (status === 0) return [{ ...(JSON.parse(stdout) as PeerRun), algorithm }];
    process.stderr.write(stderr);
    return [];
  });
}

/** The fastest peer, and whether the best are the same: of equals any will do, a worse quality ends the bench. */
function beside(
  { firstMs, top }: ReturnType<typeof measure>,
  runs: readonly (PeerRun & { readonly algorithm: string })[],
) {
  const [fastest] = runs.toSorted((a, b) => a.seconds - b.seconds);
  if (fastest === undefined) return { peer: 'not run', timesFaster: null, sameTop: '-' };
  const last = fastest.top.at(-1)!.quality;
  const names = new Set(top.map(({ name }) => name));
  const same = fastest.top.every(({ quality, name }, i) => {
    if (top[i]!.quality < quality - EQUAL) throw new Error('Worse than the peer.');
    const known = names.has(name.replaceAll(/\.0\b/g, ''));
    return Math.abs(top[i]!.quality - quality) < EQUAL && (known || quality < last + EQUAL);
  });
  return {
    peer: `${fastest.algorithm} ${fastest.seconds.toFixed(1)} s, ${fastest.peakMiB} MiB`,
    timesFaster: Math.round((1000 * fastest.seconds) / firstMs),
    sameTop: same ? 'yes' : 'no',
  };
}

main();
