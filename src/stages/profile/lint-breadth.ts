import { attainablePoints } from './attainable-points.ts';
import { breadthFindings } from './breadth-findings.ts';
import type { Finding, LintContext, Profile } from './types.ts';

/** Attainable points under which a draft reaches no A. */
const idealPoints = 3;

/** Is the page neither "any company" nor too few, and can its tiers be reached at all? */
export function lintBreadth(profile: Profile, { reach, capacity }: LintContext): readonly Finding[] {
  const unreachable = [outOfReach(profile), hotOutOfReach(profile)].filter((finding) => finding !== null);
  return reach === null ? unreachable : [...unreachable, ...breadthFindings(reach, capacity)];
}

function outOfReach({ fit, tiers }: Profile): Finding | null {
  const attainable = attainablePoints(fit);
  if (attainable === 0 || tiers.A <= attainable) return null;
  return {
    rule: 'tier-out-of-reach',
    code: attainable < idealPoints ? 'tier-little-known' : 'tier-out-of-reach',
    params: { from: tiers.A, most: attainable },
    severity: 'warning',
    message: `Tier A starts at ${tiers.A} points, and no account can earn more than ${attainable}.`,
    remedy:
      attainable < idealPoints
        ? 'Settle the next best question first: a page with so few points knows too little to call an account ideal.'
        : `Lower tier A to ${attainable} or less, or find further traits that earn points.`,
    path: 'tiers.A',
  };
}

function hotOutOfReach({ timing, timingTiers }: Profile): Finding | null {
  const attainable = timing.reduce((sum, { points }) => sum + Math.max(0, points), 0);
  if (attainable === 0 || timingTiers.hot <= attainable) return null;
  return {
    rule: 'tier-out-of-reach',
    code: 'hot-out-of-reach',
    params: { from: timingTiers.hot, most: attainable },
    severity: 'warning',
    message: `Hot starts at ${timingTiers.hot} timing points, and no account can earn more than ${attainable}: nobody is to be called today.`,
    remedy:
      'Add signals that announce a purchase, or lower `timing_tiers.hot` if you trust the ones you have.',
    path: 'timing_tiers.hot',
  };
}
