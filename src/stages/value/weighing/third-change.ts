import { shareThatStays } from './share-that-stays.ts';
import type { ThirdChange, WeighedCustomers } from './types.ts';

/** Who enters and who leaves the top third from one weighing of the same customers to another. */
export function thirdChange(
  before: Pick<WeighedCustomers, 'valued' | 'line'>,
  after: Pick<WeighedCustomers, 'valued' | 'line'>,
): ThirdChange {
  const [was, is] = [topThird(before), topThird(after)];
  return {
    enter: after.valued.ranked.filter((row) => is[row] === 1 && was[row] === 0),
    leave: before.valued.ranked.filter((row) => was[row] === 1 && is[row] === 0),
    stay: was.reduce((sum, one, row) => sum + (one & is[row]!), 0),
    overlap: shareThatStays(was, is),
  };
}

function topThird({ valued, line }: Pick<WeighedCustomers, 'valued' | 'line'>): Uint8Array {
  return Uint8Array.from(valued.values, (value) => (value >= line.cut ? 1 : 0));
}
