import type { Page } from '../../stages/profile/index.ts';
import { escapeHtml } from './escape-html.ts';
import { headFacts, signatures } from './head-facts.ts';

/** Name, status, version, snapshot, date and signatures, and the market in one sentence. */
export function htmlHead({ head, market }: Page): string {
  const kind = head.of === 'company' ? 'Ideal customer profile' : 'Ideal customer profile (people)';
  const signed = signatures(head);
  const facts = [
    ...headFacts(head).map(escapeHtml),
    signed === null ? '<span class="open">not signed yet</span>' : escapeHtml(signed),
  ];
  const scope =
    market.length === 0
      ? '<span class="open">open: every account is scored</span>'
      : market.map(escapeHtml).join('; ');
  return `<header><div class="title"><h1>${escapeHtml(head.name)}</h1><p class="kind">${kind}<b class="status ${head.status}" title="${escapeHtml(head.statusInWords)}">${head.status}</b></p></div><p class="facts">${facts.join(' · ')}</p><p class="market"><b>Market</b> ${scope}</p></header>`;
}
