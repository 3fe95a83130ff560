import { budgetInWords } from './budget-in-words.ts';
import type { MarketSize, Profile, ProfileChange } from './types.ts';

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
    ...changed('budget', budgetInWords(before.budget), budgetInWords(after.budget)),
    ...changed('market size', sizeInWords(before.marketSize), sizeInWords(after.marketSize)),
    ...changed('edge', before.edge, after.edge),
    ...(['A', 'B', 'C'] as const).flatMap((tier) =>
      changed(`tier ${tier}`, before.tiers[tier], after.tiers[tier]),
    ),
    ...(['hot', 'warm'] as const).flatMap((tier) =>
      changed(`${tier} timing`, before.timingTiers[tier], after.timingTiers[tier]),
    ),
    ...changed('queue order', before.queueBy.join(', then '), after.queueBy.join(', then ')),
    ...changed('review', `every ${before.review.every}`, `every ${after.review.every}`),
    ...texts('questions', before, after),
  ];
}

type Setting = string | number | null;

function changed(what: string, before: Setting, after: Setting): readonly ProfileChange[] {
  if (before === after) return [];
  return [
    {
      kind: 'changed',
      path: PATHS[what] ?? what,
      words: `${what} changed from ${before ?? 'open'} to ${after ?? 'open'}`,
    },
  ];
}

function texts(path: 'challenges' | 'questions', before: Profile, after: Profile): readonly ProfileChange[] {
  const noun = path.slice(0, -1);
  const come = after[path].filter((text) => !before[path].includes(text));
  const gone = before[path].filter((text) => !after[path].includes(text));
  return [
    ...come.map((text) => ({ kind: 'added' as const, path, words: `${noun} added: ${text}` })),
    ...gone.map((text) => ({ kind: 'removed' as const, path, words: `${noun} removed: ${text}` })),
  ];
}

function sizeInWords(size: MarketSize | null): string | null {
  if (size === null) return null;
  const { accounts, times, value, interval, currency, source } = size;
  const range = interval === null ? '' : ` (${interval.join(' to ')})`;
  return `${accounts} accounts x ${times} = ${value}${range}${currency === null ? '' : ` ${currency}`}, ${source}`;
}
