import type { TierCounts } from '../../../app/count-tiers.ts';
import type { ListResult } from '../../../app/list-accounts.ts';
import type { ScoreResult } from '../../../app/score-accounts.ts';
import type { ListedAccount } from '../../../stages/list/index.ts';
import { countWords, percentWords, plural } from '../../words/index.ts';
import type { TextStyle } from '../types.ts';
import { paintFor } from './paint.ts';
import { textTable } from './text-table.ts';
import { wrapText } from './wrap-text.ts';

type Summary = TierCounts;

/** The counts of a scoring run and the top of the queue. */
export function scoreText(result: ScoreResult, style: TextStyle): string {
  return [summaryText(result, style), '', listTable(result.top, style), '', ...nextSteps(result)].join('\n');
}

/** The counts alone. */
export function countsText(counts: TierCounts, style: TextStyle): string {
  return summaryText(counts, style);
}

/** The ranked list. */
export function listText(result: ListResult, style: TextStyle): string {
  const { list } = result;
  return [summaryText(result, style), '', listTable(list, style), '', shownText(result)].join('\n');
}

function shownText({ list, offset, matching, ...summary }: ListResult): string {
  if (list.length > 0)
    return `${countWords(offset + 1)} to ${countWords(offset + list.length)} of ${countWords(matching)}`;
  if (matching > 0) return `The queue ends at place ${countWords(matching)}.`;
  return queueLength(summary) > 0 ? 'No account of the queue matches.' : 'No account is in the queue.';
}

function queueLength({ tiers }: Summary): number {
  return tiers.A + tiers.B + tiers.C + tiers.D;
}

function summaryText(result: Summary, style: TextStyle): string {
  const paint = paintFor(style);
  const { tiers, accounts } = result;
  const head = `${paint.bold(result.profile.name)} (version ${result.profile.version}), as of ${result.asOf}, snapshot ${result.snapshot}`;
  const counted =
    result.scored === 'prospects'
      ? `${plural(accounts, 'prospect')} scored`
      : `No prospects imported: ${plural(accounts, 'customer')} scored as a back-check`;
  const rows = (['A', 'B', 'C', 'D'] as const).map((tier) => [
    tier,
    countWords(tiers[tier]),
    percentWords(tiers[tier], accounts),
    bar(tiers[tier], accounts),
  ]);
  const others = [
    ['disqualified', countWords(result.disqualified), percentWords(result.disqualified, accounts), ''],
    [
      'outside the market',
      countWords(result.outsideMarket),
      percentWords(result.outsideMarket, accounts),
      '',
    ],
  ];
  const table = textTable(
    [
      { title: 'tier' },
      { title: 'accounts', align: 'right' },
      { title: 'share', align: 'right' },
      { title: '' },
    ],
    [...rows, ...others],
  );
  return [head, `${counted}.${leftOut(result)}`, '', table, '', unknownNote(result)].join('\n');
}

function leftOut({ excluded }: Summary): string {
  const parts = [
    excluded.customers > 0 ? plural(excluded.customers, 'present customer') : '',
    excluded['open-deals'] > 0 ? `${countWords(excluded['open-deals'])} with an open deal` : '',
    excluded['recently-lost'] > 0 ? `${countWords(excluded['recently-lost'])} lost in the last 90 days` : '',
  ].filter((part) => part !== '');
  return parts.length === 0 ? '' : ` Left out: ${parts.join(', ')} (--include keeps them).`;
}

function unknownNote({ needsData, callToday }: Summary): string {
  const call = `${plural(callToday, 'account')} to call today.`;
  return needsData === 0
    ? call
    : `${call} For ${plural(needsData, 'account')} the tier depends on something unknown, named in the list.`;
}

function bar(part: number, whole: number): string {
  return '█'.repeat(whole === 0 ? 0 : Math.round((30 * part) / whole));
}

/** Two lines an account: where it stands, with its chance once the card was validated, and below it why this one and why now. */
function listTable(list: readonly ListedAccount[], style: TextStyle): string {
  const paint = paintFor(style);
  const validated = list.some((account) => account.win_probability !== null);
  const chance = validated ? [{ title: 'chance', align: 'right' as const }] : [];
  const table = textTable(
    [
      { title: '#', align: 'right' },
      { title: 'account', most: 40 },
      { title: 'tier' },
      { title: 'fit', align: 'right' },
      ...chance,
      { title: 'timing' },
      { title: 'play' },
      { title: 'call', most: 44 },
    ],
    list.map((a) => [
      a.rank,
      a.name ?? a.account_id,
      a.tier,
      fitText(a),
      ...(validated ? [a.win_probability === null ? '' : percentWords(a.win_probability, 1)] : []),
      a.timing,
      a.play,
      a.best_contact,
    ]),
  );
  const [head = '', ...rows] = table.split('\n');
  const indent = ' '.repeat(head.indexOf('account'));
  const lines = rows.flatMap((row, i) => {
    const why = whyText(list[i]!);
    return why === '' ? [row] : [row, paint.dim(wrapText(indent + why, style.width, indent))];
  });
  return [head, ...lines].join('\n');
}

function fitText({ fit, fit_max }: ListedAccount): string {
  return fit_max > fit ? `${fit}-${fit_max}` : String(fit);
}

function whyText({ why_now, reasons, disqualified_by, unknown, fit, fit_max }: ListedAccount): string {
  const missing = unknown === '' || fit_max === fit ? null : `unknown: ${unknown}`;
  return [disqualified_by, why_now, missing, reasons]
    .filter((text) => text !== null && text !== '')
    .join('; ');
}

function nextSteps(result: ScoreResult): readonly string[] {
  const first = result.top[0];
  return [
    'Next: `bestfit list` for the queue, `bestfit export list --to list.csv` for a file' +
      (first === undefined
        ? '.'
        : `, \`bestfit explain ${quoted(first.account_id)}\` for the sum behind one.`),
  ];
}

function quoted(id: string): string {
  return /^[\w.@-]+$/.test(id) ? id : `"${id.replaceAll('"', '\\"')}"`;
}
