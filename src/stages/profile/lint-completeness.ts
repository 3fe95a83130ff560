import type { Message } from '../../base/messages/index.ts';
import type { Finding, Profile } from './types.ts';

const FIGURES = 3;

/** What a complete page has and this one lacks: fit, signals, anti-ICP, committee. */
export function lintCompleteness(profile: Profile): readonly Finding[] {
  return [
    profile.fit.some(({ points }) => points > 0) ? null : noFit(),
    profile.timing.length > 0 ? null : noSignal(),
    profile.anti.length > 0 ? null : noAnti(),
    fewFigures(profile),
    ...openTexts(profile),
  ].filter((finding) => finding !== null);
}

function noFit(): Finding {
  return {
    rule: 'no-fit',
    code: 'no-fit',
    params: {},
    severity: 'warning',
    message: 'Nothing on the page earns points, so no account can rank above another.',
    remedy: 'Answer the questions on the page, or import more customers and draft again.',
    path: 'fit',
  };
}

function noSignal(): Finding {
  return {
    rule: 'no-signal',
    code: 'no-signal',
    params: {},
    severity: 'warning',
    message: 'There is no signal: the page says whom to call, never when.',
    remedy:
      'Add three or four events under `timing` that come before a purchase (a hire, a new location, a funding round).',
    path: 'timing',
  };
}

function noAnti(): Finding {
  return {
    rule: 'no-anti',
    code: 'no-anti',
    params: {},
    severity: 'warning',
    message: 'There is no anti-ICP: nothing keeps the team from working accounts that never buy.',
    remedy: 'Ask sales and support whom they would refuse, and add each under `anti` with its reason.',
    path: 'anti',
  };
}

function fewFigures({ kind, committee }: Profile): Finding | null {
  const figures = new Set(committee.map(({ role }) => role.trim().toLowerCase())).size;
  if (kind === 'person' || figures >= FIGURES) return null;
  return {
    rule: 'few-figures',
    code: 'few-figures',
    params: { count: figures, needed: FIGURES },
    severity: 'warning',
    message: `The committee names ${figures} of at least ${FIGURES} figures.`,
    remedy: 'Name who decides on the money, who uses it every day and who can stop it.',
    path: 'committee',
  };
}

function openTexts({ kind, committee, challenges, edge }: Profile): readonly Finding[] {
  const open = committee.filter(
    (figure) => figure.caresAbout === null || figure.angle === null || figure.channel === null,
  );
  const roles = open.map(({ role }) => role);
  const parts: readonly OpenPart[] = [
    ...(open.length === 0
      ? []
      : [{ words: `motive, angle or channel of ${roles.join(', ')}`, code: 'figures', params: { roles } }]),
    ...(committee.some(({ titles }) => titles.length === 0)
      ? [openPart('titles', 'titles to search by')]
      : []),
    ...(challenges.length === 0 ? [openPart('challenges', 'challenges')] : []),
    ...(edge === null ? [openPart('edge', kind === 'company' ? 'edge over competitors' : 'edge')] : []),
  ];
  if (parts.length === 0) return [];
  return [
    {
      rule: 'open-questions',
      code: 'still-open',
      params: { parts: parts.map(({ code, params }) => ({ code, params })) },
      severity: 'note',
      message: `Still open: ${parts.map(({ words }) => words).join('; ')}.`,
      remedy: 'Ask three of the best customers and write what they say; leave it open rather than fill it.',
      path: null,
    },
  ];
}

interface OpenPart extends Message {
  readonly words: string;
}

function openPart(code: string, words: string): OpenPart {
  return { words, code, params: {} };
}
