import { type Held, type PatternMember, type ShownGroup, sidesOf } from '../../../app/discover/index.ts';
import type { ExplainedPattern } from '../../../app/explain-pattern.ts';
import { saidWords } from '../../../stages/discovery/index.ts';
import { countWords, percentWords, plural } from '../../words/index.ts';
import type { TextStyle } from '../types.ts';
import { paintFor } from './paint.ts';
import { textTable } from './text-table.ts';
import { wrapText } from './wrap-text.ts';

/** Who stands behind a pattern, group by group, each with what it holds of the trait's field. */
export function patternText(explained: ExplainedPattern, style: TextStyle): string {
  const { pattern, groups, unit } = explained;
  const paint = paintFor(style);
  const [best, rest] = sidesOf(explained.contrast);
  const known = [
    ['bestWith', `${best} with it`, pattern.best],
    ['bestWithout', `${best} without it`, pattern.best],
    ['restWith', `${rest} with it`, pattern.rest],
    ['restWithout', `${rest} without it`, pattern.rest],
  ] as const;
  return [
    paint.bold(`${pattern.direction === 'against' ? 'against: ' : ''}${pattern.label} (${pattern.id})`),
    `by ${unit}, as of ${explained.asOf}, snapshot ${explained.snapshot}`,
    evidence(explained),
    ...(explained.judgements.length === 0
      ? []
      : [wrapText(`What people say of it: ${saidWords(explained.judgements)}`, style.width, '  ')]),
    ...known.flatMap(([group, title]) => groupPart(groups[group], { ...explained, title, style })),
    ...groupPart(groups.unknown, { ...explained, title: 'not known', style }),
    '',
    `${plural(explained.compared, unit)} compared: ${known.map(([group, title]) => `${countWords(groups[group].total)} ${title}`).join(', ')}, ${countWords(groups.unknown.total)} not known.`,
    ...explained.warnings.map((warning) => wrapText(`Note: ${warning}`, style.width, '  ')),
  ].join('\n');
}

function evidence({ pattern, contrast }: ExplainedPattern): string {
  const [best, rest] = sidesOf(contrast);
  const share = ({ n, of }: { readonly n: number; readonly of: number }) =>
    `${percentWords(n, of)} (${countWords(n)} of ${countWords(of)})`;
  const { lift, interval, verdict } = pattern;
  const said = verdict === 'none' ? 'no evidence' : verdict;
  return `${share(pattern.best)} of ${best}, ${share(pattern.rest)} of ${rest}; lift ${lift.toFixed(2)} (${interval[0].toFixed(2)}-${interval[1].toFixed(2)}); ${said}`;
}

interface GroupWords extends Pick<ExplainedPattern, 'unit'> {
  readonly title: string;
  readonly style: TextStyle;
}

function groupPart({ total, members }: ShownGroup, { title, unit, style }: GroupWords): readonly string[] {
  if (total === 0) return [];
  const of = members.length < total ? `, the first ${countWords(members.length)}` : '';
  const ranked = members.some(({ rank }) => rank !== null);
  const columns = [
    ...(unit === 'deal' ? [{ title: ' deal', most: 24 }] : []),
    { title: `${unit === 'deal' ? '' : ' '}account`, most: 24 },
    { title: 'name', most: 32 },
    ranked ? { title: 'rank', align: 'right' as const } : { title: 'outcome' },
    { title: unit === 'deal' ? 'created' : 'since' },
    { title: 'holds', most: Math.max(24, style.width - (unit === 'deal' ? 84 : 64)) },
  ];
  return [
    '',
    `${paintFor(style).bold(title)}: ${countWords(total)}${of}`,
    textTable(
      columns,
      members.map((member) => indented(rowOf(member, { unit, ranked }))),
    ),
    ...members
      .filter(({ said }) => said.length > 0)
      .map(({ name, accountId, said }) =>
        wrapText(`   ${name ?? accountId}: ${saidWords(said)}`, style.width, '     '),
      ),
  ];
}

function rowOf(
  member: PatternMember,
  { unit, ranked }: { readonly unit: ExplainedPattern['unit']; readonly ranked: boolean },
): readonly (string | number | null)[] {
  return [
    ...(unit === 'deal' ? [member.dealId ?? '-'] : []),
    member.accountId ?? '-',
    member.name ?? '',
    ranked ? member.rank : member.outcome,
    member.on ?? '',
    heldWords(member.held, member.currency),
  ];
}

function indented([first, ...rest]: readonly (string | number | null)[]) {
  return [` ${first}`, ...rest];
}

function heldWords(held: Held, currency: string | null): string {
  if (held === null) return 'not known';
  if (typeof held === 'boolean') return held ? 'yes' : 'no';
  if (typeof held === 'number') return `${numberWords(held)} ${currency ?? ''}`.trimEnd();
  if (typeof held === 'string') return held;
  if (Array.isArray(held)) return held.length === 0 ? 'none listed' : held.join(', ');
  const { low, high } = held as { readonly low: number | null; readonly high: number | null };
  if (high === null) return `${numberWords(low ?? 0)} or more`;
  return low === null ? `up to ${numberWords(high)}` : `${numberWords(low)}-${numberWords(high)}`;
}

/** Years are numbers too: only what is longer is grouped. */
function numberWords(n: number): string {
  return Math.abs(n) < 10_000 ? String(n) : countWords(n);
}
