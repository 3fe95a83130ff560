import type { Page } from '../../stages/profile/index.ts';
import { escapeHtml } from './escape-html.ts';

/** Budget, size of the market and edge, side by side. */
export function htmlStrip({ budget, marketSize, edge }: Page): string {
  const open = '<span class="open">open</span>';
  const size =
    marketSize === null
      ? open
      : `${escapeHtml(marketSize.value)} <small>${escapeHtml(marketSize.how)}</small>`;
  const promise = edge === null ? open : `<span class="edge">“${escapeHtml(edge)}”</span>`;
  const columns = `auto ${marketSize === null ? 'auto' : 'minmax(0,1fr)'} ${edge === null ? 'auto' : 'minmax(0,1fr)'}`;
  return `<section class="strip" style="--columns:${columns}"><p><b>Budget</b> ${budget === null ? open : escapeHtml(budget)}</p><p><b>Market size</b> ${size}</p><p><b>Edge</b> ${promise}</p></section>`;
}
