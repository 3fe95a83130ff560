import type { UnknownsResult } from '../../../app/list-unknowns.ts';
import type { Survival } from '../../../stages/scorecard/outcomes/index.ts';
import { countWords, percentWords, plural } from '../../words/index.ts';
import type { TextStyle } from '../types.ts';
import { countedWords } from './change-words.ts';
import { paintFor } from './paint.ts';
import { textTable } from './text-table.ts';
import { wrapText } from './wrap-text.ts';

/** What is worth finding out, how far each tier can still move, and how much hangs on single data. */
export function scorecardUnknownsText(result: UnknownsResult, style: TextStyle): string {
  const paint = paintFor(style);
  const { profile, asOf, snapshot, ranges } = result;
  const scored = ranges.tiers.reduce((sum, { accounts }) => sum + accounts, 0);
  return [
    `${paint.bold(profile.name)} (version ${profile.version}), as of ${asOf}, snapshot ${snapshot}`,
    `${countedWords(result.scored, scored)} All of them are in the market and not disqualified.`,
    '',
    paint.bold('Worth finding out'),
    ...worthLines(result, style),
    '',
    paint.bold('How far the unknowns can move each tier'),
    rangesTable(result),
    '',
    paint.bold('How much hangs on single data'),
    ...robustLines(result).map((line) => wrapText(line, style.width)),
  ].join('\n');
}

function worthLines({ worthKnowing }: UnknownsResult, style: TextStyle): readonly string[] {
  if (worthKnowing.length === 0) return ['Nothing: no line with points is unknown for any account.'];
  const table = textTable(
    [
      { title: 'field, tool or signal', most: 50 },
      { title: 'unknown for', align: 'right' },
      { title: 'tier depends on it', align: 'right' },
      { title: 'settled by it alone', align: 'right' },
    ],
    worthKnowing.map(({ subject, unknown, depends, settles }) => [
      subject,
      countWords(unknown),
      countWords(depends),
      countWords(settles),
    ]),
  );
  const first = worthKnowing.find(({ settles }) => settles > 0);
  if (first === undefined) return [table];
  const next = `Fill in ${first.subject} first: it settles the tier of ${plural(first.settles, 'account')}, however it comes out.`;
  return [table, wrapText(next, style.width)];
}

function rangesTable({ ranges }: UnknownsResult): string {
  return textTable(
    [
      { title: 'tier' },
      { title: 'accounts', align: 'right' },
      { title: 'settled', align: 'right' },
      { title: 'may rise', align: 'right' },
      { title: 'may fall', align: 'right' },
      { title: 'at worst', align: 'right' },
      { title: 'at best', align: 'right' },
    ],
    ranges.tiers.map((of) => [
      of.tier,
      ...[of.accounts, of.settled, of.mayRise, of.mayFall].map(countWords),
      countWords(ranges.atWorst[of.tier]),
      countWords(ranges.atBest[of.tier]),
    ]),
  );
}

function robustLines({ robustness: { wrongIndustry, missingFields } }: UnknownsResult): readonly string[] {
  const wrong = percentWords(wrongIndustry.share, 1);
  const missing = percentWords(missingFields.share, 1);
  return [
    wrongIndustry.survival === null
      ? 'No fit line asks for the industry: wrong ones move nobody.'
      : `With the industry of another account at ${wrong} of the accounts ${stayWords(wrongIndustry.survival)}.`,
    `With each field missing at ${missing} of the accounts ${stayWords(missingFields.survival)}.`,
  ];
}

function stayWords({ accounts, stay }: Survival): string {
  if (accounts === 0) return 'nobody leaves tier A: it is empty';
  return `about ${countWords(Math.round(stay))} of ${plural(accounts, 'account')} stay in tier A (${percentWords(stay, accounts)})`;
}
