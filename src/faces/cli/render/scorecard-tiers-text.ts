import type { SetTiersResult, TiersShown } from '../../../app/set-tiers.ts';
import type { Rate, TierOutlook } from '../../../stages/scorecard/outcomes/index.ts';
import { countWords, percentWords } from '../../words/index.ts';
import type { TextStyle } from '../types.ts';
import { changeWords, countedWords, leadCounts, savedWords, tierChangeWords } from './change-words.ts';
import { paintFor } from './paint.ts';
import { textTable } from './text-table.ts';
import { wrapText } from './wrap-text.ts';

/** What each tier holds and promises, before and after a change, and what follows for qualified leads. */
export function scorecardTiersText(result: SetTiersResult, style: TextStyle): string {
  const paint = paintFor(style);
  const { profile, asOf, snapshot, before, after, validated } = result;
  const shown = after ?? before;
  const wrap = (text: string) => wrapText(text, style.width);
  return [
    `${paint.bold(profile.name)} (version ${profile.version}), as of ${asOf}, snapshot ${snapshot}`,
    countedWords(result.scored, before.counts.accounts),
    '',
    tiersTable(before, shown, validated),
    '',
    ...(after === null ? [] : [wrap(`${moveWords(result)}.${askWords(result)}`)]),
    wrap(promiseWords(shown, validated)),
    '',
    wrap(`${shown.leads.marketing} ${leadWords(result, 'marketing')}`),
    wrap(`${shown.leads.sales} ${leadWords(result, 'sales')}`),
    ...(after === null ? [] : ['', endWords(result)]),
  ].join('\n');
}

function moveWords({ before, after }: SetTiersResult): string {
  if (after === null) return '';
  return tierChangeWords({ before: before.counts, after: after.counts, moves: after.moves });
}

/** Totals are whole: what was asked for is met as near as they allow. */
function askWords({ ask }: SetTiersResult): string {
  if (ask?.by !== 'capacity') return '';
  const wanted = ask.wanted.map((of) => (ask.unit === 'share' ? percentWords(of, 1) : countWords(of)));
  return ` Asked for ${wanted.join(', ')}: accounts with one total stay together, so this is as near as totals allow.`;
}

function endWords({ before, after, saved }: SetTiersResult): string {
  const same = (['A', 'B', 'C'] as const).every((tier) => before.cuts[tier] === after?.cuts[tier]);
  return same && saved === null ? 'These are the cut-offs that the page has.' : savedWords(saved);
}

function tiersTable(before: TiersShown, shown: TiersShown, validated: boolean): string {
  const rows = shown.outlook.tiers.map((of) => [
    of.tier,
    cutWords(before, shown, of.tier),
    changeWords(before.counts.tiers[of.tier], of.accounts),
    of.share === null ? '-' : percentWords(of.share, 1),
    ...(validated ? [outcomesWords(of), rateWords(of)] : []),
  ]);
  return textTable(
    [
      { title: 'tier' },
      { title: 'points' },
      { title: 'accounts', align: 'right' },
      { title: 'of the market', align: 'right' },
      ...(validated ? [{ title: 'outcomes to expect' }, { title: 'rate' }] : []),
    ],
    rows,
  );
}

function cutWords(before: TiersShown, shown: TiersShown, tier: TierOutlook['tier']): string {
  const [name, words] = tier === 'D' ? (['C', 'under'] as const) : ([tier, 'or more'] as const);
  const cut = changeWords(before.cuts[name], shown.cuts[name]);
  return tier === 'D' ? `${words} ${cut}` : `${cut} ${words}`;
}

function outcomesWords({ expected }: TierOutlook): string {
  if (expected === null) return '';
  const { rate, low, high } = expected.outcomes;
  const about = (of: number) => countWords(Math.round(of));
  return `${about(rate)} (${about(low)} to ${about(high)})`;
}

function rateWords({ expected }: TierOutlook): string {
  if (expected === null) return '';
  const percent = (end: keyof Rate) => percentWords(expected.rate[end], 1);
  return `${percent('rate')} (${percent('low')} to ${percent('high')})`;
}

function promiseWords({ outlook }: TiersShown, validated: boolean): string {
  if (!validated)
    return 'What each tier promises is not known, the page is not validated yet: run `bestfit scorecard learn`.';
  const wrong = outlook.outOfOrder ?? [];
  return wrong.length === 0
    ? 'Better tiers promise no less than worse ones.'
    : `Out of order: ${wrong.map(([better, worse]) => `tier ${worse} promises more than tier ${better}`).join(', ')}.`;
}

function leadWords({ before, after }: SetTiersResult, of: 'marketing' | 'sales'): string {
  const [from, to] = [leadCounts(before.counts), leadCounts((after ?? before).counts)];
  return `There are ${changeWords(from[of], to[of])}.`;
}
