import type { Finding } from './types.ts';

/** Share of the market in tiers A and B over which a page no longer chooses (design, section 5). */
const broadShare = 0.4;

/**
 * Whether tiers A and B are more of the market than a choice, or fewer accounts than the team can work in a year.
 *
 * @example
 * breadthFindings({ market: 1000, tiersAB: 500 }, 200); // one finding, `too-broad`
 */
export function breadthFindings(
  reach: { readonly market: number; readonly tiersAB: number },
  capacity: number,
): readonly Finding[] {
  return [tooBroad(reach), tooNarrow(reach, capacity)].filter((finding) => finding !== null);
}

function tooBroad({ market, tiersAB }: { market: number; tiersAB: number }): Finding | null {
  if (market === 0 || tiersAB / market <= broadShare) return null;
  const exact = (100 * tiersAB) / market;
  const percent = Math.round(exact) > 100 * broadShare ? Math.round(exact) : exact.toFixed(2);
  return {
    rule: 'too-broad',
    code: 'too-broad',
    params: { accounts: tiersAB, market, percent: Number(percent), most: 100 * broadShare },
    severity: 'warning',
    message: `Too broad: ${tiersAB} of ${market} accounts in the market (${percent}%) are A or B; over ${100 * broadShare}% the page no longer chooses.`,
    remedy: 'Raise the tiers, or add the condition that sets the best apart.',
    path: 'tiers',
  };
}

function tooNarrow({ tiersAB }: { tiersAB: number }, capacity: number): Finding | null {
  if (tiersAB >= capacity) return null;
  return {
    rule: 'too-narrow',
    code: 'too-narrow',
    params: { count: tiersAB, capacity },
    severity: 'warning',
    message: `Too narrow: ${tiersAB} accounts are A or B, under the ${capacity} that the team can work in a year.`,
    remedy: 'Lower the tiers, widen a window, or import more of the market.',
    path: 'tiers',
  };
}
