import type { Breadth, BreadthPoint, ExpectedRate, ProfileBreadth } from '../../../stages/breadth/index.ts';
import { countWords, plural } from '../../words/index.ts';
import type { TextStyle } from '../types.ts';
import { coverageBar } from './coverage-bar.ts';
import { paintFor } from './paint.ts';
import { textTable } from './text-table.ts';
import { wrapText } from './wrap-text.ts';

/** Totals that are shown, at most: those that reach most. */
const mostTotals = 12;

/** Reach against the share of best to expect, as bars; nothing where there is nothing to reach with. */
export function breadthText(breadth: Breadth, best: string, style: TextStyle): readonly string[] {
  const { prospects, patterns, profile } = breadth;
  if (patterns.length === 0 && profile === null) return [];
  const rows = patterns.map((point) => [
    ` ${point.direction === 'against' ? 'against: ' : ''}${point.label}`,
    ...pointCells(point),
  ]);
  const table = textTable(columnsOf(' trait', best, style), rows);
  return [
    '',
    paintFor(style).bold(
      `Breadth: whom it reaches among ${plural(prospects, 'prospect')}, and the share ${best} to expect there`,
    ),
    ...(rows.length === 0 ? [] : [table]),
    ...(profile === null ? [] : profilePart(profile, best, style)),
    wrapText(intervalNote(breadth), style.width),
  ];
}

function columnsOf(title: string, best: string, style: TextStyle) {
  return [
    { title, most: Math.max(30, style.width - 62) },
    { title: 'reach' },
    { title: '', align: 'right' as const },
    { title: `${best} (90%)` },
    { title: 'seen', align: 'right' as const },
  ];
}

function pointCells({ reach, rate }: BreadthPoint): readonly string[] {
  const bar = coverageBar({ known: reach.n, of: reach.of });
  return [bar, countWords(reach.n), rateWords(rate), `${countWords(rate.best)}/${countWords(rate.of)}`];
}

function rateWords({ share, interval, of }: ExpectedRate): string {
  if (of === 0) return 'nobody seen';
  const [point, low, high] = [share, ...interval].map((part) => Math.round(100 * part));
  return `${point}% (${low}-${high}%)`;
}

function profilePart(profile: ProfileBreadth, best: string, style: TextStyle): readonly string[] {
  const { name, version, totals, steps, findings, tiers } = profile;
  const scoring = totals.filter(({ total }) => total >= tiers.C).slice(-mostTotals);
  const rows = scoring.map((point) => [` ${point.total} or more: ${point.tier}`, ...pointCells(point)]);
  const moved = steps.map((step) => [` ${step.words}`, ...pointCells(step)]);
  const now = [' A and B as they are', ...pointCells(profile.now)];
  return [
    '',
    `The page ${name}, version ${version}, by points, in its market:`,
    textTable(columnsOf(' points', best, style), rows),
    ...(moved.length === 0
      ? []
      : ['', textTable(columnsOf(' one line moved', best, style), [now, ...moved])]),
    '',
    ...findings.map(({ message, remedy }) => wrapText(`${message} ${remedy}`, style.width, '  ')),
  ];
}

function intervalNote({ patterns, profile }: Breadth): string {
  const ofTraits = patterns.length === 0 ? '' : 'Intervals of traits are corrected for the search. ';
  const ofPage =
    profile === null
      ? ''
      : 'Those of the page are Wilson intervals of the customers compared, as they are today: where the page was written from the same customers they flatter it.';
  return `${ofTraits}${ofPage}`.trimEnd();
}
