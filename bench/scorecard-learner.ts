import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { judgeBenchmarkCard, learnBenchmarkCard } from './benchmark-card.ts';
import { type BenchmarkFile, readBenchmarkFile } from './benchmark-file.ts';
import { markdownTable } from './markdown-table.ts';
import { printEvidence } from './print-evidence.ts';
import { runScorecardPeer } from './run-scorecard-peer.ts';
import { writeBench } from './write-bench.ts';

/** What FasterRisk did on one file. */
interface Peer {
  readonly dataset: string;
  readonly k: number;
  readonly trainLogLoss: number;
  readonly fitSeconds: number;
  readonly folds: readonly {
    readonly fold: number;
    readonly test: { readonly auc: number; readonly logloss: number };
    readonly fitSeconds: number;
  }[];
}

const data = process.env.BESTFIT_REAL_DATA ?? '';
const names = ['mammo', 'breastcancer', 'adult', 'mushroom', 'spambase'];
const FOLDS = [0, 1, 2, 3, 4];

/**
 * Learns a card on each fold of each file and sets it beside what the peer did on the same rows. With
 * BESTFIT_PEER_PYTHON the peer also learns one fold right after, and seconds of the processor are compared: those by the
 * clock depend on what else the machine does.
 */
function main(): void {
  if (data === '') throw new Error('BESTFIT_REAL_DATA names the folder of the real data.');
  const peers = join(data, '..', 'peers');
  const theirs = JSON.parse(readFileSync(join(peers, 'fasterrisk.json'), 'utf8')) as readonly Peer[];
  const chosen = process.argv.slice(2);
  const files = names.filter((name) => chosen.length === 0 || chosen.includes(name));
  const figures = files.flatMap((name) => {
    const file = readBenchmarkFile(data, peers, name);
    return [5, 10].map((k) => {
      const figure = compare(file, theirs.find((peer) => peer.dataset === name && peer.k === k)!);
      const { folds: _, ...shown } = figure;
      console.log(JSON.stringify(shown));
      return figure;
    });
  });
  if (chosen.length === 0) {
    printEvidence(writeBench('scorecard-learner', figures), null, [markdownTable(figures.map(tableRow))]);
  }
  const missed = figures.filter(({ holds }) => !(holds.auc && holds.logLoss && holds.speed));
  console.log(`${missed.length} of ${figures.length} settings miss a bar.`);
  process.exitCode = missed.length === 0 ? 0 : 1;
}

function tableRow({
  file,
  k,
  auc,
  logLoss,
  trainLogLoss,
  secondsPerFit,
  beside,
  timesFaster,
  timesFasterByProcessor,
}: ReturnType<typeof compare>) {
  const short = (x: number, digits: number): string => x.toFixed(digits).replace(/^0\./, '.');
  const both = (ours: number, peer: number, digits: number): string =>
    `${short(ours, digits)} / ${short(peer, digits)}`;
  return {
    file,
    k,
    'AUC: ours / FasterRisk (error)': `${both(auc.ours, auc.peer, 4)} (${short(auc.standardError, 4)})`,
    'log loss: ours / FasterRisk (error)': `${both(logLoss.ours, logLoss.peer, 4)} (${short(logLoss.standardError, 4)})`,
    'log loss in training': both(trainLogLoss.ours, trainLogLoss.peer, 4),
    'seconds a fit: ours / stored': both(secondsPerFit.ours, secondsPerFit.peer, 2),
    'times faster': timesFaster,
    'of the processor: ours / beside':
      beside === null ? '-' : both(secondsPerFit.processor, beside.processorSeconds, 2),
    'times less': timesFasterByProcessor ?? '-',
  };
}

function compare(file: BenchmarkFile, peer: Peer) {
  const folds = FOLDS.map((fold) => runFold(file, peer.k, fold));
  const their = FOLDS.map((fold) => peer.folds.find((one) => one.fold === fold)!);
  const aucs = difference(
    folds.map((fold) => fold.auc),
    their.map(({ test }) => test.auc),
  );
  const losses = difference(
    folds.map((fold) => fold.logLoss),
    their.map(({ test }) => test.logloss),
  );
  const seconds = mean(folds.map((fold) => fold.seconds));
  const processor = mean(folds.map((fold) => fold.processorSeconds));
  const beside = runScorecardPeer(data, peer.dataset, peer.k);
  const byProcessor = beside === null ? null : round(beside.processorSeconds / processor, 1);
  const timesFaster = round(peer.fitSeconds / seconds, 1);
  return {
    file: peer.dataset,
    k: peer.k,
    auc: aucs,
    logLoss: losses,
    trainLogLoss: {
      ours: round(mean(folds.map((fold) => fold.trainLogLoss))),
      peer: round(peer.trainLogLoss),
    },
    secondsPerFit: {
      ours: round(seconds, 3),
      processor: round(processor, 3),
      peer: round(peer.fitSeconds, 3),
    },
    beside,
    timesFasterByProcessor: byProcessor,
    timesFaster,
    holds: {
      auc: aucs.ours >= aucs.peer - aucs.standardError,
      logLoss: losses.ours <= losses.peer + losses.standardError,
      speed: (byProcessor ?? timesFaster) >= 10,
    },
    folds,
  };
}

/** Both means, and the standard error of the peer's mean over folds. */
function difference(ours: readonly number[], theirs: readonly number[]) {
  const center = mean(theirs);
  const spread = Math.sqrt(theirs.reduce((sum, x) => sum + (x - center) ** 2, 0) / (theirs.length - 1));
  const paired = ours.map((x, i) => x - theirs[i]!);
  return {
    ours: round(mean(ours)),
    peer: round(center),
    standardError: round(spread / Math.sqrt(theirs.length), 5),
    difference: round(mean(paired), 5),
  };
}

function runFold(file: BenchmarkFile, k: number, fold: number) {
  const rows = Array.from(file.folds.keys());
  const train = rows.filter((row) => file.folds[row] !== fold);
  const test = rows.filter((row) => file.folds[row] === fold);
  const startedAt = performance.now();
  const usedBefore = process.cpuUsage();
  const { card, distinct } = learnBenchmarkCard(file, { rows: train, most: k, mostSlope: 2 });
  const seconds = (performance.now() - startedAt) / 1000;
  const used = process.cpuUsage(usedBefore);
  const judged = judgeBenchmarkCard(file, card, test);
  return {
    fold,
    auc: round(judged.auc),
    logLoss: round(judged.logLoss),
    trainLogLoss: round(card.misfit / train.length),
    seconds: round(seconds, 4),
    processorSeconds: round((used.user + used.system) / 1e6, 4),
    distinct,
    slope: round(card.slope, 4),
    base: round(card.base, 4),
    points: Object.fromEntries(
      file.names.map((name, c) => [name, card.points[c]!]).filter(([, p]) => p !== 0),
    ),
  };
}

function mean(numbers: readonly number[]): number {
  return numbers.reduce((sum, x) => sum + x, 0) / numbers.length;
}

function round(number: number, digits = 5): number {
  return Number(number.toFixed(digits));
}

main();
