import type { QualityReport } from '../../app/report-quality.ts';
import { escapeHtml } from '../page/index.ts';
import { countWords, percentWords } from '../words/index.ts';
import { htmlFindings } from './html-findings.ts';
import { htmlSources } from './html-sources.ts';
import { htmlTables } from './html-tables.ts';
import { qualityCss } from './quality-css.ts';

/**
 * The state of the data as one self-contained HTML file (no script, no outside reference) to read, mail or print. A
 * click on a command selects the whole of it.
 */
export function renderQualityHtml(report: QualityReport): string {
  const { asOf, snapshot, sources, tables, findings } = report;
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>Data quality as of ${asOf}</title><style>${qualityCss}</style></head>
<body><main><header><h1>Data quality</h1><p class="facts">as of ${asOf} · snapshot ${escapeHtml(snapshot)} · ${sources.length} ${sources.length === 1 ? 'file' : 'files'}</p></header>${tiles(report)}${htmlFindings(findings)}${htmlSources(report)}${htmlTables(tables)}<footer>Every command can be taken back with <code>bestfit undo</code>. Rows in = rows kept + rows set aside.</footer></main></body></html>
`;
}

function tiles({ sources, findings }: QualityReport): string {
  const total = (part: 'in' | 'kept' | 'quarantined') =>
    sources.reduce((sum, { rows }) => sum + rows[part], 0);
  const [read, kept, aside] = [total('in'), total('kept'), total('quarantined')];
  const of = (severity: string) => findings.filter((finding) => finding.severity === severity).length;
  const joins = sources.flatMap((source) => source.joins);
  const matched = joins.reduce((sum, join) => sum + join.matched, 0);
  const unmatched = joins.reduce((sum, join) => sum + join.unmatched, 0);
  return `<div class="tiles">${[
    tile('', countWords(read), 'rows read'),
    tile('', countWords(kept), `kept (${percentWords(kept, read)})`),
    tile(aside > 0 ? 'high' : '', countWords(aside), 'set aside'),
    ...(matched + unmatched === 0
      ? []
      : [tile(unmatched > 0 ? 'high' : '', percentWords(matched, matched + unmatched), 'references found')]),
    tile(of('high') > 0 ? 'high' : '', countWords(of('high')), 'to mend first'),
    tile(of('medium') > 0 ? 'medium' : '', countWords(of('medium')), 'to look at'),
  ].join('')}</div>`;
}

function tile(severity: string, figure: string, what: string): string {
  return `<div class="${severity}"><b>${figure}</b>${what}</div>`;
}
