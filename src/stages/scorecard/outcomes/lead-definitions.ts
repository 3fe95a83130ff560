import type { Card } from '../types.ts';

/** What counts as a lead that marketing, and one that sales, should work: one sentence each. */
export interface LeadDefinitions {
  readonly marketing: string;
  readonly sales: string;
}

/** The definitions of qualified leads that follow from the tiers and the timing of a card. */
export function leadDefinitions({
  tiers,
  timingTiers,
  timing,
  anti,
}: Pick<Card, 'tiers' | 'timingTiers' | 'timing' | 'anti'>): LeadDefinitions {
  const allowed = anti.length === 0 ? '' : ' and disqualified by no line of the anti-ICP';
  const hot =
    timing.length === 0
      ? 'is hot; the page has no timing line yet, so none is'
      : `is hot: ${pointsOf(timingTiers.hot, 'timing')} on the day it is called`;
  return {
    marketing: `A marketing-qualified lead is an account of tier A or B: in the market, with ${pointsOf(tiers.B, 'fit')}${allowed}.`,
    sales: `A sales-qualified lead is an account of tier A (${pointsOf(tiers.A, 'fit')}) that ${hot}.`,
  };
}

function pointsOf(least: number, kind: 'fit' | 'timing'): string {
  return `${least} ${kind} points or more`;
}
