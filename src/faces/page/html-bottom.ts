import type { Finding, Page } from '../../stages/profile/index.ts';
import { escapeHtml } from './escape-html.ts';
import { bottomColumns } from './estimate-height.ts';

const TITLES = { challenges: 'Challenges', questions: 'Questions', findings: 'To fix' } as const;

/** Challenges, open questions and what the lint found, side by side, each as wide as it has to say. */
export function htmlBottom(page: Page): string {
  const columns = bottomColumns(page);
  const widths = columns.map(({ weight }) => `minmax(0,${weight}fr)`).join(' ');
  const cells = columns.map(({ kind, texts }) => {
    const items = kind === 'findings' ? page.findings.map(finding) : texts.map(escapeHtml);
    const list =
      items.length === 0
        ? '<p class="open">open: ask three of the best customers</p>'
        : `<ul>${items.map((item) => `<li>${item}</li>`).join('')}</ul>`;
    return `<div><h2>${TITLES[kind]}</h2>${list}</div>`;
  });
  return `<section class="bottom" style="--columns:${widths}">${cells.join('')}</section>`;
}

function finding({ severity, message }: Finding): string {
  return `<span class="${severity}">${escapeHtml(message)}</span>`;
}
