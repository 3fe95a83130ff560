import type { FieldQuality, TableQuality } from '../../app/report-quality.ts';
import { escapeHtml } from '../page/index.ts';
import { countWords, holdsWords, percentWords, plural } from '../words/index.ts';

const lowShare = 0.2;

/** Every table with its fields: kind, coverage, different values, when known, what it holds. */
export function htmlTables(tables: readonly TableQuality[]): string {
  return `<h2>Fields</h2>${tables.map(htmlTable).join('')}`;
}

function htmlTable({ table, rows, fields }: TableQuality): string {
  const prospects = fields.some((field) => field.prospects !== null);
  const titles = `<th>field</th><th>kind</th><th>layer</th><th>known</th>${prospects ? '<th>of prospects</th>' : ''}<th class="n">different</th><th>known when</th><th>holds</th>`;
  const lines = fields.map((field) => fieldRow(field, prospects));
  return `<h3>${table}<small>${plural(rows, 'row')}</small></h3><div class="scroll"><table><thead><tr>${titles}</tr></thead><tbody>${lines.join('')}</tbody></table></div>`;
}

function fieldRow(field: FieldQuality, prospects: boolean): string {
  const { name, label, kind, layer, known, knownBy, sources } = field;
  const when = known === 'unknown' ? '?' : `${known}${knownBy === 'user' ? ', you' : ''}`;
  const title = `${label}, from ${sources.join(', ')}`;
  const second = prospects
    ? `<td class="word">${field.prospects === null ? '' : bar(field.prospects)}</td>`
    : '';
  return `<tr><th title="${escapeHtml(title)}">${escapeHtml(name)}</th><td class="word">${kind}</td><td class="word">${layer}</td><td class="word">${bar(field.coverage)}</td>${second}<td class="n">${distinctWords(field)}</td><td class="word">${when}</td><td class="holds">${escapeHtml(holdsWords(field))}</td></tr>`;
}

function distinctWords({ distinct, distinctAbout }: FieldQuality): string {
  return `${distinctAbout ? 'about ' : ''}${countWords(distinct)}`;
}

function bar({ known, of }: FieldQuality['coverage']): string {
  const share = of === 0 ? 0 : known / of;
  const width = share > 0 ? Math.max(1, Math.floor(100 * share)) : 0;
  return `<span class="bar${share < lowShare ? ' low' : ''}"><i style="width:${width}%"></i></span>${percentWords(known, of)}`;
}
