import type { CommitteeFigure } from '../../stages/profile/index.ts';
import { escapeHtml } from './escape-html.ts';

/** The buying committee, one card per figure; what nobody has found out yet is shown as open. */
export function htmlCommittee(committee: readonly CommitteeFigure[]): string {
  const cards =
    committee.length === 0
      ? '<p class="open">Nobody named yet: who decides, who uses it, who can stop it?</p>'
      : `<div class="cards" style="--figures:${committee.length}">${committee.map(card).join('')}</div>`;
  return `<section class="committee"><h2>Buying committee <span>who inside</span></h2>${cards}</section>`;
}

function card({ role, titles, caresAbout, angle, channel }: CommitteeFigure): string {
  return `<article><h3>${escapeHtml(role)}</h3><p class="titles">${titles.length === 0 ? open() : escapeHtml(titles.join(', '))}</p><p><i>Cares about</i> ${shown(caresAbout)}</p><p><i>Angle</i> ${angle === null ? open() : `“${escapeHtml(angle)}”`}</p><p><i>Reached by</i> ${shown(channel)}</p></article>`;
}

function shown(text: string | null): string {
  return text === null ? open() : escapeHtml(text);
}

function open(): string {
  return '<span class="open">open</span>';
}
