import type { Page } from '../../stages/profile/index.ts';
import { escapeHtml } from './escape-html.ts';
import type { FittedPage } from './fit-on-page.ts';
import { htmlAnti } from './html-aside.ts';
import { htmlBottom } from './html-bottom.ts';
import { htmlCommittee } from './html-committee.ts';
import { htmlLines } from './html-lines.ts';

/** After the one sheet, each section that had no room on it, whole; nothing when everything fits. */
export function htmlAnnex(page: Page, { page: sheet, moved }: FittedPage): string {
  if (moved.length === 0) return '';
  const cut = (keys: readonly (keyof Page)[]): boolean =>
    keys.some((key) => JSON.stringify(page[key]) !== JSON.stringify(sheet[key]));
  const sections = [
    cut(['market']) ? `<h2>Market</h2><p>${page.market.map(escapeHtml).join('; ')}</p>` : '',
    cut(['layers', 'timing', 'evidenceOnly']) ? htmlLines(page) : '',
    cut(['anti']) ? `<section>${htmlAnti(page.anti)}</section>` : '',
    cut(['marketSize']) ? `<h2>Market size</h2><p>${escapeHtml(page.marketSize?.how ?? '')}</p>` : '',
    cut(['edge']) ? `<h2>Edge</h2><blockquote>${escapeHtml(page.edge ?? '')}</blockquote>` : '',
    cut(['committee']) ? htmlCommittee(page.committee) : '',
    cut(['challenges', 'questions', 'findings']) ? htmlBottom(page) : '',
  ];
  return `<section class="annex"><h1>Annex: ${escapeHtml(page.head.name)}</h1><p class="facts">Version ${page.head.version}. Moved here from the page: ${moved.map(escapeHtml).join(', ')}; each section below is whole.</p>${sections.join('')}</section>`;
}
