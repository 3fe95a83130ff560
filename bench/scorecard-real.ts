import { join } from 'node:path';
import { type LearnedScorecard, learnScorecard, nothingAsked } from '../src/app/scorecard/index.ts';
import { asOf, at, Journey } from '../test/journey.ts';
import { markdownTable, writeShare } from './markdown-table.ts';
import { printEvidence } from './print-evidence.ts';
import { writeBench } from './write-bench.ts';

/** One real export, and how it is learned from. */
interface RealInput {
  readonly name: string;
  readonly files: readonly string[];
  readonly absent: boolean;
  readonly since: string | null;
}

const data = process.env.BESTFIT_REAL_DATA ?? '';
const INPUTS: readonly RealInput[] = [
  {
    name: 'opportunities (salvirt)',
    files: ['salvirt_b2b/Salvirt_B2B_ML_dataset.csv'],
    absent: false,
    since: null,
  },
  {
    name: 'leads (olist), from 2017-12-05',
    files: ['olist/olist_marketing_qualified_leads_dataset.csv', 'olist/olist_closed_deals_dataset.csv'],
    absent: true,
    since: '2017-12-05',
  },
  {
    name: 'sales pipeline (maven)',
    files: ['accounts', 'products', 'sales_pipeline', 'sales_teams'].map((file) => `maven_crm/${file}.csv`),
    absent: false,
    since: null,
  },
];

/** Cards learned from real deals and held to deals not seen: `BESTFIT_REAL_DATA=... npm run bench -- scorecard-real`. */
async function main(): Promise<void> {
  if (data === '') throw new Error('BESTFIT_REAL_DATA names the folder of the real data.');
  const rows = [];
  for (const input of INPUTS) {
    const before = process.cpuUsage();
    const learned = await learn(input);
    const used = process.cpuUsage(before);
    rows.push({ ...figuresOf(input.name, learned), processorSeconds: (used.user + used.system) / 1e6 });
    console.log(JSON.stringify(rows.at(-1)));
  }
  const record = writeBench('scorecard-real', { rows });
  printEvidence(record, null, [
    markdownTable(
      rows.map((row) => ({
        'real deals, won against lost': row.name,
        'held out': `${row.repeats} x ${row.folds} folds${row.groupedBy === 'nothing' ? '' : ` by ${row.groupedBy} (${row.groups} groups)`}`,
        'AUC of the card (90%)': row.card,
        'the rubric': row.rubric,
        'one trait': row.single,
        'log loss (base rate)': `${row.logLoss.toFixed(3)} (${row.baseLogLoss.toFixed(3)})`,
        calibration: row.calibrationError.toFixed(3),
        'forward AUC': row.forward,
        'random less forward': row.optimism === null ? '-' : writeShare(row.optimism),
        verdict: row.verdict,
        'processor s': row.processorSeconds.toFixed(0),
      })),
    ),
  ]);
}

async function learn(input: RealInput): Promise<LearnedScorecard> {
  const journey = await Journey.start();
  const files = Object.fromEntries(
    input.files.map((file) => [file.split('/').at(-1)!, { path: join(data, file) }]),
  );
  await journey.import(files, input.absent ? { absent: [{ file: null, value: { kind: 'lost' } }] } : {});
  const learned = await learnScorecard(journey.workspace, {
    contrast: 'won-lost',
    asOf,
    last: null,
    since: input.since,
    until: null,
    seed: null,
    ...nothingAsked,
    profile: null,
    by: 'bench',
    why: null,
    at,
    onProgress: () => {},
  });
  await journey.end();
  if (learned.kind !== 'scorecard') throw new Error(learned.kind);
  return learned;
}

function figuresOf(name: string, { validation, cards, price }: LearnedScorecard) {
  const { random, forward, verdict, repeats, folds, groupedBy, groups, optimism, whyNoForward } = validation;
  const shown = ({ auc }: typeof random.rivals.card) =>
    `${writeShare(auc.value)} (${writeShare(auc.low)} to ${writeShare(auc.high)})`;
  return {
    name,
    verdict,
    repeats,
    folds,
    groupedBy,
    groups,
    price,
    lines: cards[0]!.lines.map(({ label, points }) => `${label} ${points}`),
    card: shown(random.rivals.card),
    rubric: shown(random.rivals.rubric),
    single: shown(random.rivals.single),
    logLoss: random.rivals.card.logLoss,
    baseLogLoss: random.rivals.base.logLoss,
    calibrationError: random.rivals.card.calibrationError,
    forward: forward === null ? `none: ${whyNoForward}` : shown(forward.rivals.card),
    optimism,
    gains: validation.gains,
  };
}

await main();
