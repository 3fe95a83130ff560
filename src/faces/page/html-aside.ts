import type { Page } from '../../stages/profile/index.ts';
import { escapeHtml } from './escape-html.ts';
import { pointsWords } from './points-words.ts';

/** The narrow column: who is out, and how accounts are ranked. */
export function htmlAside({ anti, scoring }: Page): string {
  return `<aside>${htmlAnti(anti)}${htmlScoring(scoring)}</aside>`;
}

/** The anti-ICP: who is out, and why. */
export function htmlAnti(anti: Page['anti']): string {
  const lines = anti.map(
    ({ words, because }) => `<li>${escapeHtml(words)} <small>${escapeHtml(because)}</small></li>`,
  );
  const out =
    lines.length === 0
      ? '<p class="open">Nobody yet: ask whom sales and support would refuse, and why.</p>'
      : `<ul class="anti">${lines.join('')}</ul>`;
  return `<h2>Anti-ICP <span>who is out</span></h2>${out}`;
}

function htmlScoring({ tiers, attainable, timing, queue, left }: Page['scoring']): string {
  const rows = tiers
    .map(({ tier, from, play, accounts }) => {
      const count = accounts === null ? '' : `<td class="count">${accounts.toLocaleString('en')}</td>`;
      return `<tr><th scope="row">${tier}</th><td>${escapeHtml(from)}<small>${escapeHtml(play)}</small></td>${count}</tr>`;
    })
    .join('');
  const notes = [timing, `Order: ${queue}`, left].filter((note) => note !== null).map(escapeHtml);
  return `<h2>Scoring <span>of ${pointsWords(attainable)}</span></h2><table>${rows}</table><p class="notes">${notes.join('. ')}.</p>`;
}
