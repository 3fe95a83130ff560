import type { QualityReport, SetAsideRows, SourceQuality } from '../../app/report-quality.ts';
import { escapeHtml } from '../page/index.ts';
import { countWords, percentWords } from '../words/index.ts';

/** Every file with its rows in, kept and set aside and how it joined; then the first rows that were set aside. */
export function htmlSources({ sources, quarantine }: QualityReport): string {
  const head =
    '<tr><th>file</th><th>read as</th><th>true on</th><th class="n">rows</th><th class="n">kept</th><th class="n">set aside</th><th class="n">repeated</th><th>joined</th></tr>';
  return `<h2>Files</h2><div class="scroll"><table><thead>${head}</thead><tbody>${sources.map(sourceRow).join('')}</tbody></table></div>${quarantine.map(setAside).join('')}`;
}

function sourceRow(source: SourceQuality): string {
  const { name, as, rows, observedOn, importedAt, duplicates, joins } = source;
  const joined = joins.map(
    ({ column, to, matched, unmatched }) =>
      `<div>${escapeHtml(column)} to ${escapeHtml(to)}: ${percentWords(matched, matched + unmatched)}${unmatched === 0 ? '' : `, <span class="out">${countWords(unmatched)} not found</span>`}</div>`,
  );
  const day = observedOn ?? importedAt.slice(0, 10);
  return `<tr><th>${escapeHtml(name)}</th><td>${as}</td><td>${day}</td><td class="n">${countWords(rows.in)}</td><td class="n">${countWords(rows.kept)}</td>${counted(rows.quarantined)}${counted(duplicates)}<td>${joined.join('')}</td></tr>`;
}

function counted(n: number): string {
  return `<td class="n${n > 0 ? ' out' : ''}">${countWords(n)}</td>`;
}

function setAside({ source, rows, repeats, first }: SetAsideRows): string {
  if (first.length === 0) return '';
  const lines = first.map(
    ({ line, column, value, reason }) =>
      `<tr><td class="n">${countWords(line)}</td><td>${escapeHtml(column ?? '')}</td><td>${value === null ? '' : `<code>${escapeHtml(value.slice(0, 120))}</code>`}</td><td>${escapeHtml(reason)}</td></tr>`,
  );
  const of = rows - repeats;
  const more = of > first.length ? `, the first ${first.length}` : '';
  return `<h3>${escapeHtml(source)}: ${countWords(of)} set aside<small>${more.slice(2)}</small></h3><table><thead><tr><th class="n">line</th><th>column</th><th>value</th><th>why</th></tr></thead><tbody>${lines.join('')}</tbody></table>`;
}
