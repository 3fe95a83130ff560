import { sidesOf } from '../../../app/discover/index.ts';
import type {
  LearnedScorecard,
  LearnOutcome,
  Scorecard,
  ScorecardLine,
} from '../../../app/scorecard/index.ts';
import { countWords, percentWords, plural } from '../../words/index.ts';
import type { TextStyle } from '../types.ts';
import { coverageBar } from './coverage-bar.ts';
import { paintFor } from './paint.ts';
import { shortfallText } from './shortfall-text.ts';
import { textTable } from './text-table.ts';
import { validationText } from './validation-text.ts';
import { wrapText } from './wrap-text.ts';

/** A learned card as a table a person can add up, its near-equals, and how it holds on units not seen. */
export function learnedText(outcome: LearnOutcome, style: TextStyle): string {
  if (outcome.kind === 'scorecard') return cardText(outcome, style);
  return wrapText(
    outcome.kind === 'too-few-customers'
      ? `${plural(outcome.found, 'customer')} to learn from: at least ${outcome.needed} are needed. Until then the page stays at the rubric.`
      : shortfallText(outcome),
    style.width,
  );
}

function cardText(learned: LearnedScorecard, style: TextStyle): string {
  const paint = paintFor(style);
  const [best, rest] = sidesOf(learned.contrast);
  const { n, best: positives } = learned.customers;
  const [first, ...others] = learned.cards;
  return [
    paint.bold(
      `A scorecard learned from ${plural(n, learned.unit)}: ${countWords(positives)} ${best} against ${countWords(n - positives)} ${rest}`,
    ),
    `as of ${learned.asOf}, snapshot ${learned.snapshot}, seed ${learned.seed}`,
    '',
    ...linesPart(first!, best, style),
    ...(first!.lines.length === 0 ? [] : [wrapText(priceWords(learned), style.width)]),
    ...(first!.searchable ? [] : [wrapText(notSearchable, style.width)]),
    ...othersPart(first!, others, style),
    ...validationText(learned, best, style),
    ...chancesPart(learned, best, style),
    ...learned.warnings.map((warning) => wrapText(`Note: ${warning}`, style.width, '  ')),
    '',
    wrapText(nextWords(learned), style.width, '  '),
  ].join('\n');
}

/** Held-out units from which a total is shown. */
const SEEN = 0.5;

const notSearchable =
  'Some of these traits are known for deals or customers alone, so that this card judges open deals and scores no prospects.';

function linesPart(card: Scorecard, best: string, style: TextStyle): readonly string[] {
  if (card.lines.length === 0) return ['No line earns a point: nothing here tells more than chance.'];
  const rows = card.lines
    .toSorted(byPoints)
    .map((line) => [
      signed(line.points),
      line.rubric === line.points ? '' : signed(line.rubric),
      line.label,
      `x ${line.odds.toPrecision(2)}`,
      shareOf(line.yes),
      shareOf(line.no),
      line.unknown === 0 ? '' : countWords(line.unknown),
    ]);
  const table = textTable(
    [
      { title: 'points', align: 'right' },
      { title: 'rubric', align: 'right' },
      { title: 'line', most: Math.max(24, style.width - 62) },
      { title: 'odds', align: 'right' },
      { title: `${best} with it`, align: 'right' },
      { title: 'without', align: 'right' },
      { title: 'unknown', align: 'right' },
    ],
    rows,
  );
  const { A, B, C } = card.tiers;
  const none = 1 / (1 + Math.exp(-card.base));
  return [
    table,
    wrapText(
      `With no points ${percentWords(none, 1)} are ${best}; each point multiplies the odds by ${Math.exp(card.slope).toPrecision(2)}. Tier A from ${A} points, B from ${B}, C from ${C}.`,
      style.width,
    ),
  ];
}

/** What each total is worth; without evidence it is worth nothing to anybody. */
function chancesPart(
  { chances, universe, unit, validation }: LearnedScorecard,
  best: string,
  style: TextStyle,
): readonly string[] {
  if (validation.verdict === 'no-evidence') return [];
  const moved = universe === null ? `among such ${unit}s` : `where ${percentWords(universe, 1)} of all are`;
  const shown = chances.filter(({ n }) => n >= SEEN).toReversed();
  const rows = shown.map(({ total, n, rate, low, high }) => [
    ` ${total}`,
    coverageBar({ known: Math.round(rate * 100), of: 100 }),
    `${percentWords(low, 1)} to ${percentWords(high, 1)}`,
    countWords(Math.round(n)),
  ]);
  return [
    '',
    paintFor(style).bold(`What a total is worth: chance to be ${best}, ${moved}`),
    textTable(
      [
        { title: ' total' },
        { title: 'chance' },
        { title: '90% interval' },
        { title: 'held out', align: 'right' },
      ],
      rows,
    ),
  ];
}

function byPoints(one: ScorecardLine, other: ScorecardLine): number {
  return other.points - one.points || one.label.localeCompare(other.label);
}

function shareOf({ positives, of }: ScorecardLine['yes']): string {
  return of === 0 ? '-' : `${percentWords(positives, of)} ${countWords(positives)}/${countWords(of)}`;
}

function signed(points: number): string {
  return points > 0 ? `+${points}` : String(points).replace('-', '−');
}

/** How far the data may move the points. */
function priceWords({ price, customers, unit }: LearnedScorecard): string {
  if (price === null)
    return `The points are those of the rubric: on held-out ${unit}s no learned points did better.`;
  if (customers.n < 100)
    return `With ${plural(customers.n, unit)} the points stay at the rubric unless the data speak clearly (${price} nats a point).`;
  return `Points leave the rubric for ${price} nats each, the price that lost least on held-out ${unit}s.`;
}

function othersPart(first: Scorecard, others: readonly Scorecard[], style: TextStyle): readonly string[] {
  if (others.length === 0) return [];
  const { bold } = paintFor(style);
  return [
    '',
    bold('Near-equal cards, if one suits you better'),
    ...others.map((card, i) =>
      wrapText(`  card ${i + 2}: ${differenceWords(first, card)}`, style.width, '    '),
    ),
  ];
}

function differenceWords(first: Scorecard, card: Scorecard): string {
  const has = ({ lines }: Scorecard, label: string) => lines.some((line) => line.label === label);
  const without = first.lines.filter(({ label }) => !has(card, label)).map(({ label }) => label);
  const added = card.lines.filter(({ label }) => !has(first, label));
  const words = [
    ...(without.length === 0 ? [] : [`without ${without.join(', ')}`]),
    ...(added.length === 0
      ? []
      : [`with ${added.map(({ label, points }) => `${label} ${signed(points)}`).join(', ')}`]),
  ].join('; ');
  return `${words}; fits ${card.behind.toFixed(1)} nats worse`;
}

function nextWords({ saved, validation, cards }: LearnedScorecard): string {
  if (saved !== null)
    return saved.changed
      ? `Kept as version ${saved.version.version} of ${saved.version.name}. Next: \`bestfit score\`, \`bestfit list\`.`
      : `${saved.version.name} had these points already.`;
  if (validation.verdict === 'no-evidence') return 'The page stays as it is.';
  if (!cards[0]!.searchable)
    return 'The page stays as it is: it may only ask what prospects can be searched by.';
  const others = cards.length > 1 ? ' (`--save 2` those of card 2)' : '';
  return `The page stays as it is. \`bestfit scorecard learn --save\` gives it these points${others}.`;
}
