import type { Page } from '../../stages/profile/index.ts';
import { escapeHtml } from './escape-html.ts';
import { fitOnPage } from './fit-on-page.ts';
import { htmlAnnex } from './html-annex.ts';
import { htmlAside } from './html-aside.ts';
import { htmlBottom } from './html-bottom.ts';
import { htmlCommittee } from './html-committee.ts';
import { htmlHead } from './html-head.ts';
import { htmlLines } from './html-lines.ts';
import { htmlMark } from './html-mark.ts';
import { htmlStrip } from './html-strip.ts';
import { isMeasured } from './is-measured.ts';
import { pageCss } from './page-css.ts';

const CLASSES = { 8: 'dense', 8.5: 'even', 9.2: 'airy' } as const;

/**
 * The page as one self-contained HTML file (no script, no outside reference) that prints on exactly one A4 sheet in
 * type of 8 points or more. What one sheet cannot hold is named on it and shown in full in an annex.
 */
export function renderHtml(page: Page): string {
  const fitted = fitOnPage(page);
  const { page: sheet, moved, type } = fitted;
  const bare = isMeasured(page) ? '' : ' bare';
  const committee = page.head.of === 'company' ? htmlCommittee(sheet.committee) : '';
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>${escapeHtml(page.head.name)}: ideal customer profile, version ${page.head.version}</title><style>${pageCss}</style></head>
<body class="${CLASSES[type]}${bare}"><main class="sheet">${htmlHead(sheet)}<div class="main">${htmlLines(sheet)}${htmlAside(sheet)}</div>${htmlStrip(sheet)}${committee}${htmlBottom(sheet)}${htmlFooter(page, moved)}</main>${htmlAnnex(page, fitted)}</body></html>
`;
}

function htmlFooter(page: Page, moved: readonly string[]): string {
  const legend = isMeasured(page)
    ? `<p>${legendMark()}share of the best with its 90% interval, and of the others (hollow), 0 to 100%</p>`
    : `<p>${escapeHtml(page.head.statusInWords)}</p>`;
  const annex =
    moved.length === 0 ? '' : `<p class="moved">In the annex: ${moved.map(escapeHtml).join(', ')}</p>`;
  return `<footer>${legend}${annex}<p>as of ${escapeHtml(page.head.asOf)}</p></footer>`;
}

function legendMark(): string {
  return htmlMark({
    best: { n: 0, of: 0, share: 0.72 },
    rest: { n: 0, of: 0, share: 0.25 },
    interval: [0.5, 0.92],
    verdict: 'supported',
    verdictInWords: 'example',
    counts: 'how to read the marks',
    lift: 'lift',
    unknown: 0,
    needMore: null,
  });
}
