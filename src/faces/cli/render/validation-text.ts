import type { LearnedScorecard } from '../../../app/scorecard/index.ts';
import type {
  Gain,
  HeldOutFigures,
  Interval,
  Rival,
  Validation,
} from '../../../stages/scorecard/validation/index.ts';
import { countWords, percentWords, plural } from '../../words/index.ts';
import type { TextStyle } from '../types.ts';
import { coverageBar } from './coverage-bar.ts';
import { paintFor } from './paint.ts';
import { textTable } from './text-table.ts';
import { wrapText } from './wrap-text.ts';

const rivals: readonly { readonly rival: Rival; readonly words: string }[] = [
  { rival: 'card', words: 'this card' },
  { rival: 'rubric', words: 'the rubric' },
  { rival: 'single', words: 'best single trait' },
  { rival: 'base', words: 'base rate' },
];

/** A difference of AUC that is none to anybody. */
const SLIGHT = 0.005;

/** How cards of this kind do on units that they were not learned from, beside the rubric and the best single trait. */
export function validationText(
  { validation, unit }: Pick<LearnedScorecard, 'validation' | 'unit'>,
  best: string,
  style: TextStyle,
): readonly string[] {
  const { bold } = paintFor(style);
  const { folds, repeats, random, forward, whyNoForward } = validation;
  return [
    '',
    bold(`How it holds on ${unit}s it has not seen`),
    wrapText(
      `${plural(repeats, 'time')} ${folds} folds of ${plural(random.n, unit)}, ${togetherWords(validation)} kept together; discovery, the line under the best, points and tiers anew in each.`,
      style.width,
    ),
    figuresTable(random, best),
    wrapText(verdictWords(validation, unit), style.width),
    wrapText(gainWords('the rubric', validation.gains.rubric), style.width),
    wrapText(gainWords('the best single trait', validation.gains.single), style.width),
    '',
    ...(forward === null
      ? [wrapText(`Not tested forward in time: ${whyNoForward}.`, style.width)]
      : forwardPart({ validation, forward, unit, best, style })),
    ...reliabilityPart(validation, best, style),
  ];
}

function togetherWords({ groupedBy, groups, random }: Validation): string {
  if (groups === random.n) return 'none';
  const what = {
    nothing: 'none',
    account: 'those of one account',
    record: 'those alike',
    'account and record': 'those of one account and those alike',
  };
  return `${what[groupedBy]} (${countWords(groups)} groups)`;
}

function figuresTable({ rivals: figures }: HeldOutFigures, best: string): string {
  const rows = rivals.map(({ rival, words }) => {
    const { auc, logLoss, brier, calibrationError, top10, top20, inUpperTiers } = figures[rival];
    return [
      ` ${words}`,
      rival === 'base' ? decimals(auc.value) : intervalWords(auc),
      decimals(logLoss, 3),
      decimals(brier, 3),
      decimals(calibrationError, 3),
      `${percentWords(top10.precision, 1)} (x ${top10.lift.toFixed(1)})`,
      `${percentWords(top20.precision, 1)} (x ${top20.lift.toFixed(1)})`,
      inUpperTiers === null
        ? ''
        : `${percentWords(inUpperTiers.best, 1)} of ${percentWords(inUpperTiers.all, 1)}`,
    ];
  });
  const right = (title: string) => ({ title, align: 'right' as const });
  return textTable(
    [
      { title: ' held out' },
      { title: 'AUC (90%)' },
      right('log loss'),
      right('Brier'),
      right('calibration'),
      right('top 10%'),
      right('top 20%'),
      right(`${best} in A, B`),
    ],
    rows,
  );
}

/** Two decimals, without the zero before the point: `.87`. */
function decimals(value: number, digits = 2): string {
  return value.toFixed(digits).replace(/^(-?)0\./, '$1.');
}

function intervalWords({ value, low, high }: Interval): string {
  return `${decimals(value)} (${decimals(low)}-${decimals(high)})`;
}

function verdictWords({ verdict, random }: Validation, unit: string): string {
  const { auc } = random.rivals.card;
  switch (verdict) {
    case 'holds':
      return `Two ${unit}s of which one is among the first: the card puts it ahead in ${percentWords(auc.value, 1)} of cases (at least ${percentWords(auc.low, 1)}), chance in half.`;
    case 'cannot-tell':
      return `Cannot tell: ${plural(random.n, unit)} are too few to say how well any card does. Take the card as a hypothesis.`;
    case 'no-evidence':
      return 'No evidence that any card beats the base rate: its order could be chance.';
  }
}

function gainWords(rival: string, { auc, logLoss }: Gain): string {
  const words = `AUC ${signed(auc.value)} (${signed(auc.low)} to ${signed(auc.high)}), log loss ${signed(-logLoss.value, 3)}`;
  if (Math.abs(auc.value) < SLIGHT) return `As good as ${rival}: ${words}.`;
  if (auc.low > 0) return `Better than ${rival}: ${words}.`;
  if (auc.high < 0) return `Worse than ${rival}: ${words}.`;
  return `Not told apart from ${rival}: ${words}.`;
}

function signed(value: number, digits = 2): string {
  return `${value < 0 ? '−' : '+'}${decimals(Math.abs(value), digits)}`;
}

function forwardPart({
  validation,
  forward,
  unit,
  best,
  style,
}: {
  readonly validation: Validation;
  readonly forward: NonNullable<Validation['forward']>;
  readonly unit: string;
  readonly best: string;
  readonly style: TextStyle;
}): readonly string[] {
  const from = new Date(forward.from * 86_400_000).toISOString().slice(0, 10);
  const { optimism } = validation;
  const drift =
    optimism === null || Math.abs(optimism) < 0.005
      ? 'as much as the random folds promised'
      : `${decimals(Math.abs(optimism))} ${optimism > 0 ? 'less' : 'more'} than the random folds promised`;
  return [
    paintFor(style).bold('Forward in time'),
    wrapText(
      `Learned from ${plural(forward.trainedOn, unit)} before ${from}, tested on the ${countWords(forward.n)} since (${countWords(forward.positives)} ${best}): AUC ${drift}.`,
      style.width,
    ),
    figuresTable(forward, best),
  ];
}

function reliabilityPart({ reliability }: Validation, best: string, style: TextStyle): readonly string[] {
  if (reliability.length < 2) return [];
  const rows = reliability.map(({ forecast, n, positives }) => [
    ` ${percentWords(forecast, 1)}`,
    `${coverageBar({ known: positives, of: n })}`,
    `${countWords(positives)}/${countWords(n)}`,
  ]);
  return [
    '',
    paintFor(style).bold(`What was forecast, and what share was ${best}`),
    textTable([{ title: ' forecast' }, { title: 'came' }, { title: 'seen', align: 'right' }], rows),
  ];
}
