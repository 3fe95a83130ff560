import type { Message, MessageParam } from '../../base/messages/index.ts';
import { budgetInWords } from './budget-in-words.ts';
import type { Budget, MarketSize, Profile, ProfileChange } from './types.ts';

const PATHS: Readonly<Record<string, string>> = {
  name: 'profile',
  'market size': 'market_size',
  'tier A': 'tiers.A',
  'tier B': 'tiers.B',
  'tier C': 'tiers.C',
  'hot timing': 'timing_tiers.hot',
  'warm timing': 'timing_tiers.warm',
  'queue order': 'queue_by',
  review: 'review.every',
};

/** Differences outside the scored lines: name, status, texts, budget, market size, tiers, order, review. */
export function diffSettings(before: Profile, after: Profile): readonly ProfileChange[] {
  return [
    ...changed('name', before.name, after.name),
    ...changed('kind', before.kind, after.kind),
    ...changed('status', before.status, after.status),
    ...texts('challenges', before, after),
    ...told('budget', changed('budget', budgetInWords(before.budget), budgetInWords(after.budget)), {
      from: budgetMessage(before.budget),
      to: budgetMessage(after.budget),
    }),
    ...told(
      'market_size',
      changed('market size', sizeInWords(before.marketSize), sizeInWords(after.marketSize)),
      { from: sizeMessage(before.marketSize), to: sizeMessage(after.marketSize) },
    ),
    ...changed('edge', before.edge, after.edge),
    ...(['A', 'B', 'C'] as const).flatMap((tier) =>
      changed(`tier ${tier}`, before.tiers[tier], after.tiers[tier]),
    ),
    ...(['hot', 'warm'] as const).flatMap((tier) =>
      changed(`${tier} timing`, before.timingTiers[tier], after.timingTiers[tier]),
    ),
    ...told(
      'queue_by',
      changed('queue order', before.queueBy.join(', then '), after.queueBy.join(', then ')),
      { from: before.queueBy, to: after.queueBy },
    ),
    ...told(
      'review.every',
      changed('review', `every ${before.review.every}`, `every ${after.review.every}`),
      {
        from: before.review.every,
        to: after.review.every,
      },
    ),
    ...texts('questions', before, after),
  ];
}

type Setting = string | number | null;

function changed(what: string, before: Setting, after: Setting): readonly ProfileChange[] {
  if (before === after) return [];
  const path = PATHS[what] ?? what;
  return [
    {
      kind: 'changed',
      path,
      words: `${what} changed from ${before ?? 'open'} to ${after ?? 'open'}`,
      change: { code: 'setting', params: { setting: path, from: before, to: after } },
    },
  ];
}

/** The same change with what its sides hold in place of their words. */
function told(
  setting: string,
  changes: readonly ProfileChange[],
  { from, to }: { readonly from: MessageParam; readonly to: MessageParam },
): readonly ProfileChange[] {
  return changes.map((each) => ({ ...each, change: { code: 'setting', params: { setting, from, to } } }));
}

function budgetMessage(budget: Budget | null): Message | null {
  if (budget === null) return null;
  return { code: 'budget', params: { ...budget } };
}

function sizeMessage(size: MarketSize | null): Message | null {
  if (size === null) return null;
  const { accounts, value, currency } = size;
  return { code: 'market-size', params: { accounts, value, currency } };
}

function texts(path: 'challenges' | 'questions', before: Profile, after: Profile): readonly ProfileChange[] {
  const noun = path.slice(0, -1);
  const come = after[path].filter((text) => !before[path].includes(text));
  const gone = before[path].filter((text) => !after[path].includes(text));
  return [
    ...come.map((text) => ({
      kind: 'added' as const,
      path,
      words: `${noun} added: ${text}`,
      change: { code: 'text-added' as const, params: { what: path, text } },
    })),
    ...gone.map((text) => ({
      kind: 'removed' as const,
      path,
      words: `${noun} removed: ${text}`,
      change: { code: 'text-removed' as const, params: { what: path, text } },
    })),
  ];
}

function sizeInWords(size: MarketSize | null): string | null {
  if (size === null) return null;
  const { accounts, times, value, interval, currency, source } = size;
  const range = interval === null ? '' : ` (${interval.join(' to ')})`;
  return `${accounts} accounts x ${times} = ${value}${range}${currency === null ? '' : ` ${currency}`}, ${source}`;
}
