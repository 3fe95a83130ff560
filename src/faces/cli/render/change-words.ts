import type { SavedVersion } from '../../../app/save-edited.ts';
import type { OutcomeCounts, TierMove } from '../../../stages/scorecard/outcomes/index.ts';
import { countWords, plural } from '../../words/index.ts';

/** Counts before and after a change. */
export interface CountsChange {
  readonly before: OutcomeCounts;
  readonly after: OutcomeCounts;
  readonly moves: readonly TierMove[];
}

/** `354 -> 120`, or the one figure where nothing changes. */
export function changeWords(before: number, after: number): string {
  return before === after ? countWords(after) : `${countWords(before)} -> ${countWords(after)}`;
}

/** `A 14 -> 11 (3 move to B), B 40 -> 43`: every tier that changes, with who leaves it. */
export function tierChangeWords({ before, after, moves }: CountsChange): string {
  const changed = (['A', 'B', 'C', 'D'] as const).filter((tier) =>
    moves.some(({ from, to }) => from === tier || to === tier),
  );
  if (changed.length === 0) return 'No account changes its tier';
  const words = changed.map((tier) => {
    const leave = moves.filter(({ from }) => from === tier);
    const where = leave.map(
      ({ to, accounts }) => `${countWords(accounts)} move${accounts === 1 ? 's' : ''} to ${to}`,
    );
    const counts = changeWords(before.tiers[tier], after.tiers[tier]);
    return `${tier} ${counts}${where.length === 0 ? '' : ` (${where.join(', ')})`}`;
  });
  return words.join(', ');
}

/** How many leads qualify, before and after. */
export function leadCounts({ tiers, callToday }: OutcomeCounts) {
  return { marketing: tiers.A + tiers.B, sales: callToday };
}

/** What became of the edited page. */
export function savedWords(saved: SavedVersion | null): string {
  if (saved === null) return 'Nothing is kept yet: add `--save` to keep it as a new version of the page.';
  const { version, published, changed } = saved;
  if (!changed) return `The page says so already: version ${version} stays.`;
  return published
    ? `Kept as version ${version} and published.`
    : `Kept as version ${version}, not published: the version it was made from is not.`;
}

/** What a command counted, where it is not the prospects. */
export function countedWords(scored: 'prospects' | 'customers', accounts: number): string {
  return scored === 'prospects'
    ? `${plural(accounts, 'prospect')}.`
    : `No prospects imported: ${plural(accounts, 'customer')}, as a back-check.`;
}
