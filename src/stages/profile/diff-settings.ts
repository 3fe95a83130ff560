import { budgetInWords } from './budget-in-words.ts';
import type { MarketSize, Profile, ProfileChange } from './types.ts';

/** Differences outside the scored lines: name, status, texts, budget, market size, tiers, order, review. */
export function diffSettings(before: Profile, after: Profile): readonly ProfileChange[] {
  return [
    ...changed('profile', 'name', before.name, after.name),
    ...changed('kind', 'kind', before.kind, after.kind),
    ...changed('status', 'status', before.status, after.status),
    ...texts('challenges', 'challenge', before.challenges, after.challenges),
    ...changed('budget', 'budget', budgetInWords(before.budget), budgetInWords(after.budget)),
    ...changed('market_size', 'market size', sizeInWords(before.marketSize), sizeInWords(after.marketSize)),
    ...changed('edge', 'edge', before.edge, after.edge),
    ...(['A', 'B', 'C'] as const).flatMap((tier) =>
      changed(`tiers.${tier}`, `tier ${tier}`, before.tiers[tier], after.tiers[tier]),
    ),
    ...(['hot', 'warm'] as const).flatMap((tier) =>
      changed(`timing_tiers.${tier}`, `${tier} timing`, before.timingTiers[tier], after.timingTiers[tier]),
    ),
    ...changed('queue_by', 'queue order', before.queueBy.join(', then '), after.queueBy.join(', then ')),
    ...changed('review.every', 'review', `every ${before.review.every}`, `every ${after.review.every}`),
    ...texts('questions', 'question', before.questions, after.questions),
  ];
}

function changed(
  path: string,
  what: string,
  before: string | number | null,
  after: string | number | null,
): readonly ProfileChange[] {
  if (before === after) return [];
  return [{ kind: 'changed', path, words: `${what} changed from ${before ?? 'open'} to ${after ?? 'open'}` }];
}

function texts(
  path: string,
  noun: string,
  before: readonly string[],
  after: readonly string[],
): readonly ProfileChange[] {
  return [
    ...after
      .filter((text) => !before.includes(text))
      .map((text) => ({ kind: 'added' as const, path, words: `${noun} added: ${text}` })),
    ...before
      .filter((text) => !after.includes(text))
      .map((text) => ({ kind: 'removed' as const, path, words: `${noun} removed: ${text}` })),
  ];
}

function sizeInWords(size: MarketSize | null): string | null {
  if (size === null) return null;
  const { accounts, times, value, interval, currency, source } = size;
  const range = interval === null ? '' : ` (${interval.join(' to ')})`;
  return `${accounts} accounts x ${times} = ${value}${range}${currency === null ? '' : ` ${currency}`}, ${source}`;
}
