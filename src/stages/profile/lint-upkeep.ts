import { type Duration, shiftDate } from '../../base/expr/index.ts';
import type { Finding, LintContext, Profile } from './types.ts';

const GRACE: Duration = { count: 15, unit: 'days' };
const PERIODS: Readonly<Record<Profile['review']['every'], Duration>> = {
  month: { count: 1, unit: 'months' },
  quarter: { count: 3, unit: 'months' },
  'half-year': { count: 6, unit: 'months' },
  year: { count: 1, unit: 'years' },
};
const TEAMS = ['sales', 'product'];

/** Is the page kept up: reviewed in time, signed by the teams that live with it, one of few. */
export function lintUpkeep(profile: Profile, context: LintContext): readonly Finding[] {
  return [stale(profile, context), unsigned(context), manyProfiles(context)].filter(
    (finding) => finding !== null,
  );
}

/** The day on which a page published on a day is due for review. */
export function reviewDue(publishedOn: string, every: Profile['review']['every']): string {
  return shiftDate(publishedOn, PERIODS[every], 1);
}

function stale({ review }: Profile, { publishedOn, asOf }: LintContext): Finding | null {
  if (publishedOn === null) return null;
  const due = reviewDue(publishedOn, review.every);
  if (asOf <= shiftDate(due, GRACE, 1)) return null;
  return {
    rule: 'stale',
    code: 'stale',
    params: { published: publishedOn, due },
    severity: 'warning',
    message: `Published on ${publishedOn} and due for review on ${due}: the page is stale.`,
    remedy: 'Run `bestfit review`, then publish what it proposes or confirm the page as it is.',
    path: null,
  };
}

function unsigned({ signedBy }: LintContext): Finding | null {
  const signed = new Set(signedBy.map((team) => team.trim().toLowerCase()));
  const missing = TEAMS.filter((team) => !signed.has(team));
  if (missing.length === 0) return null;
  return {
    rule: 'not-signed',
    code: 'not-signed',
    params: { teams: missing.map((team) => ({ code: `team-${team}`, params: {} })) },
    severity: 'warning',
    message: `Not signed off by ${missing.join(' and ')}.`,
    remedy: 'Go through the page with them and run `bestfit profile sign`.',
    path: null,
  };
}

function manyProfiles({ profiles }: LintContext): Finding | null {
  if (profiles < 3) return null;
  return {
    rule: 'many-profiles',
    code: 'many-profiles',
    params: { count: profiles },
    severity: profiles >= 5 ? 'warning' : 'note',
    message: `There are ${profiles} profiles at once; a team that aims at ${profiles} ideals aims at none.`,
    remedy: 'Work one profile first and a second one later; retire the others.',
    path: null,
  };
}
