import { attainablePoints } from './attainable-points.ts';
import type { Finding, LintContext, Profile } from './types.ts';

const BROAD = 0.4;

/** Is the page neither "any company" nor too few, and can its tiers be reached at all? */
export function lintBreadth(profile: Profile, { reach, capacity }: LintContext): readonly Finding[] {
  const findings = [outOfReach(profile), hotOutOfReach(profile)];
  if (reach !== null) findings.push(tooBroad(reach), tooNarrow(reach, capacity));
  return findings.filter((finding) => finding !== null);
}

function tooBroad({ market, tiersAB }: { market: number; tiersAB: number }): Finding | null {
  if (market === 0 || tiersAB / market <= BROAD) return null;
  const percent = Math.round((100 * tiersAB) / market);
  return {
    rule: 'too-broad',
    severity: 'warning',
    message: `Too broad: ${tiersAB} of ${market} accounts in the market (${percent}%) are A or B; over ${100 * BROAD}% the page no longer chooses.`,
    remedy: 'Raise the tiers, or add the condition that sets the best apart.',
    path: 'tiers',
  };
}

function tooNarrow({ tiersAB }: { tiersAB: number }, capacity: number): Finding | null {
  if (tiersAB >= capacity) return null;
  return {
    rule: 'too-narrow',
    severity: 'warning',
    message: `Too narrow: ${tiersAB} accounts are A or B, under the ${capacity} that the team can work in a year.`,
    remedy: 'Lower the tiers, widen a window, or import more of the market.',
    path: 'tiers',
  };
}

function outOfReach({ fit, tiers }: Profile): Finding | null {
  const attainable = attainablePoints(fit);
  if (attainable === 0 || tiers.A <= attainable) return null;
  return {
    rule: 'tier-out-of-reach',
    severity: 'warning',
    message: `Tier A starts at ${tiers.A} points, and no account can earn more than ${attainable}.`,
    remedy: `Lower tier A to ${attainable} or less, or find further traits that earn points.`,
    path: 'tiers.A',
  };
}

function hotOutOfReach({ timing, timingTiers }: Profile): Finding | null {
  const attainable = timing.reduce((sum, { points }) => sum + Math.max(0, points), 0);
  if (attainable === 0 || timingTiers.hot <= attainable) return null;
  return {
    rule: 'tier-out-of-reach',
    severity: 'warning',
    message: `Hot starts at ${timingTiers.hot} timing points, and no account can earn more than ${attainable}: nobody is to be called today.`,
    remedy:
      'Add signals that announce a purchase, or lower `timing_tiers.hot` if you trust the ones you have.',
    path: 'timing_tiers.hot',
  };
}
