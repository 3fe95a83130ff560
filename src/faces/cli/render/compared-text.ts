import { sidesOf } from '../../../app/discover/index.ts';
import type {
  ComparedScorecards,
  ComparedTiers,
  LearnedScorecard,
  LearnOutcome,
  PlacedApart,
} from '../../../app/scorecard/index.ts';
import { countWords, plural } from '../../words/index.ts';
import type { TextStyle } from '../types.ts';
import { learnedText } from './learned-text.ts';
import { paintFor } from './paint.ts';
import { textTable } from './text-table.ts';
import { wrapText } from './wrap-text.ts';

const tiers = ['A', 'B', 'C', 'D'] as const;

/** Two cards side by side: the points of each trait, and how prospects stand under both. */
export function comparedText(compared: ComparedScorecards, style: TextStyle): string {
  const { cards, snapshot, asOf } = compared;
  const [first, second] = cards;
  if (first.kind !== 'scorecard' || second.kind !== 'scorecard')
    return cards
      .filter(isMissing)
      .map((card) => learnedText(card, style))
      .join('\n');
  const names = [nameOf(first), nameOf(second)] as const;
  return [
    paintFor(style).bold(`Two scorecards: ${names[0]} and ${names[1]}`),
    `as of ${asOf}, snapshot ${snapshot}`,
    '',
    subjectsTable(compared, names, style),
    '',
    ...[first, second].map((card) => wrapText(heldWords(card), style.width, '  ')),
    ...tiersPart(compared.tiers, names, style),
  ].join('\n');
}

function isMissing(card: LearnOutcome): boolean {
  return card.kind !== 'scorecard';
}

function nameOf({ contrast }: LearnedScorecard): string {
  return sidesOf(contrast)[0];
}

function subjectsTable(
  { subjects }: ComparedScorecards,
  names: readonly [string, string],
  style: TextStyle,
): string {
  if (subjects.length === 0) return 'Neither card has a line.';
  const rows = subjects.map(({ first, second }) => [
    ` ${(first ?? second)!.label}`,
    pointsWords(first),
    pointsWords(second),
    differWords(first, second),
  ]);
  return textTable(
    [
      { title: ' line', most: Math.max(30, style.width - 50) },
      { title: names[0], align: 'right' },
      { title: names[1], align: 'right' },
      { title: '' },
    ],
    rows,
  );
}

type Side = ComparedScorecards['subjects'][number]['first'];

function pointsWords(side: Side): string {
  if (side === null) return '-';
  return side.points > 0 ? `+${side.points}` : `−${-side.points}`;
}

function differWords(first: Side, second: Side): string {
  if (first === null || second === null) return 'tells one alone';
  if (first.label !== second.label) return `the second: ${second.label}`;
  return Math.sign(first.points) === Math.sign(second.points) ? '' : 'they disagree';
}

function heldWords({ validation, contrast, unit, customers }: LearnedScorecard): string {
  const { value, low, high } = validation.random.rivals.card.auc;
  const words = {
    holds: 'holds',
    'cannot-tell': 'too few to tell',
    'no-evidence': 'no evidence that it beats the base rate',
  };
  const figures = [value, low, high].map((of) => of.toFixed(2).replace(/^0/, ''));
  return `${sidesOf(contrast)[0]} (${plural(customers.n, unit)}): AUC ${figures[0]} (${figures[1]}-${figures[2]}) on ${unit}s not seen; ${words[validation.verdict]}.`;
}

function tiersPart(
  compared: ComparedTiers | null,
  [first, second]: readonly [string, string],
  style: TextStyle,
): readonly string[] {
  if (compared === null)
    return [
      '',
      wrapText(
        'Prospects are not compared: a card has no line that can be asked of them, or there is no page with their market.',
        style.width,
      ),
    ];
  const { counts, onlyFirst, onlySecond } = compared;
  const at = (one: string, other: string) =>
    counts.find((pair) => pair.first === one && pair.second === other)?.accounts ?? 0;
  const rows = tiers.map((tier) => [
    ` ${first} ${tier}`,
    ...tiers.map((other) => countWords(at(tier, other))),
  ]);
  return [
    '',
    paintFor(style).bold('Prospects under both'),
    textTable(
      [{ title: '' }, ...tiers.map((tier) => ({ title: `${second} ${tier}`, align: 'right' as const }))],
      rows,
    ),
    ...apartPart(`Likely ${first}, hardly ${second}`, onlyFirst),
    ...apartPart(`Likely ${second}, hardly ${first}`, onlySecond),
  ];
}

function apartPart(title: string, accounts: readonly PlacedApart[]): readonly string[] {
  if (accounts.length === 0) return [];
  return [
    '',
    `${title}:`,
    ...accounts.map(({ id, name, first, second }) => `  ${name ?? id} (${id}): ${first} and ${second}`),
  ];
}
