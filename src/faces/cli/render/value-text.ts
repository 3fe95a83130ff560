import type { RankedValue } from '../../../app/rank-value.ts';
import type { RankedCustomer, ValueRanking } from '../../../stages/value/index.ts';
import { countWords, percentWords, plural } from '../../words/index.ts';
import type { TextStyle } from '../types.ts';
import { paintFor } from './paint.ts';
import { shortfallText } from './shortfall-text.ts';
import { textTable } from './text-table.ts';
import { wrapText } from './wrap-text.ts';

/** Who the best customers are, why, and how that changes when the weights move. */
export function valueText(result: RankedValue, style: TextStyle, most: number): string {
  return result.kind === 'ranking'
    ? rankingText(result, style, most)
    : wrapText(shortfallText(result), style.width);
}

function rankingText(
  result: Extract<RankedValue, { kind: 'ranking' }>,
  style: TextStyle,
  most: number,
): string {
  const paint = paintFor(style);
  const { best, ranked, unranked, sensitivity } = result;
  const head = paint.bold(
    `Best customers: ${best.n} of ${ranked}, as of ${result.asOf}, snapshot ${result.snapshot}`,
  );
  const left =
    unranked === 0 ? '' : ` ${plural(unranked, 'customer')} not ranked: under half of the weight is known.`;
  return [
    head,
    `The top third by value, ties kept together.${left}`,
    '',
    componentsTable(result),
    '',
    customersTable(result.customers.slice(0, most), result),
    result.customers.length > most
      ? `… and ${countWords(result.customers.length - most)} more (--all shows them).`
      : '',
    '',
    `When the weights move (${countWords(sensitivity.draws)} draws) ${Math.round(100 * sensitivity.overlap)}% of the top third stays; ${plural(sensitivity.core.length, 'customer')} stay in at least 9 of 10.`,
    ...changesLines(result),
    ...(result.weightingsTried === 0
      ? []
      : [`${plural(result.weightingsTried, 'weighting')} tried after patterns were seen on this data.`]),
    ...result.warnings.map((warning) => `Note: ${warning}`),
  ].join('\n');
}

function componentsTable({ components, ranked, unranked }: ValueRanking): string {
  return textTable(
    [
      { title: 'component' },
      { title: 'weight', align: 'right' },
      { title: 'known', align: 'right' },
      { title: 'moves', align: 'right' },
      { title: '' },
    ],
    components.map((c) => [
      c.label,
      c.leftOut === null ? c.weight : '-',
      percentWords(c.known, ranked + unranked),
      c.leftOut === null ? c.effectiveWeight.toFixed(2) : '-',
      c.leftOut === null ? '' : `left out: ${c.leftOut}`,
    ]),
  );
}

function customersTable(customers: readonly RankedCustomer[], { components }: ValueRanking): string {
  const shown = components.filter((c) => c.leftOut === null);
  return textTable(
    [
      { title: '#', align: 'right' },
      { title: 'customer', most: 28 },
      { title: 'best' },
      { title: 'value', align: 'right' },
      { title: 'stays', align: 'right' },
      ...shown.map((c) => ({ title: c.label.toLowerCase(), align: 'right' as const })),
    ],
    customers.map((c) => [
      c.rank,
      c.name ?? c.accountId,
      c.best ? 'best' : '',
      c.value === null ? '-' : c.value.toFixed(2),
      c.value === null ? '-' : `${Math.round(100 * c.bestShare)}%`,
      ...shown.map(({ name }) => {
        const percentile = c.components[name]?.percentile ?? null;
        return percentile === null ? '-' : percentile.toFixed(2);
      }),
    ]),
  );
}

function changesLines({ sensitivity, components }: ValueRanking): readonly string[] {
  const label = new Map(components.map((c) => [c.name, c.label.toLowerCase()]));
  return sensitivity.changes
    .filter((change) => change.enter.length + change.leave.length > 0)
    .map(({ component, change, enter, leave, overlap }) => {
      const what = `${change === 'dropped' ? 'Without' : 'With double'} ${label.get(component)}`;
      return `  ${what}: ${Math.round(100 * overlap)}% stay, ${enter.length} enter, ${leave.length} leave`;
    });
}
