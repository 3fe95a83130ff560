import type { EvidenceMark, Page, PageLine } from '../../stages/profile/index.ts';
import { escapeHtml } from './escape-html.ts';
import { percent } from './evidence-words.ts';
import { htmlMark } from './html-mark.ts';
import { isMeasured } from './is-measured.ts';

/** The four layers and the timing lines, each with its points, words and evidence mark. */
export function htmlLines({ layers, timing, evidenceOnly }: Page): string {
  const fit =
    layers.length === 0
      ? '<p class="open">No trait earns points yet: the questions below come first.</p>'
      : layers.map(({ title, lines }) => `<h3>${escapeHtml(title)}</h3>${lines.map(row).join('')}`).join('');
  const when =
    timing.length === 0
      ? '<p class="open">No signal yet: when to call is open.</p>'
      : timing.map(row).join('');
  const customersOnly =
    evidenceOnly.length === 0
      ? ''
      : `<h3>Seen at customers, earns no points</h3>${evidenceOnly
          .map(({ words, why, evidence }) => row({ points: '', words, note: why, fades: null, evidence }))
          .join('')}`;
  const believed = isMeasured({ layers, timing, evidenceOnly })
    ? ''
    : '<em>believed, nothing measured yet</em>';
  return `<section class="lines"><h2>Fit <span>who</span>${believed}</h2>${fit}${customersOnly}<h2>Timing <span>when</span></h2>${when}</section>`;
}

function row({ points, words, note, fades, evidence }: PageLine): string {
  const sign = points.startsWith('+') ? 'plus' : points === '' || points === '0' ? 'zero' : 'minus';
  const small = [fades, note].filter((text) => text !== null).join('; ');
  const below = small === '' ? '' : ` <small>${escapeHtml(small)}</small>`;
  return `<div class="line"><b class="points ${sign}">${escapeHtml(points)}</b><p>${escapeHtml(words)}${below}</p>${htmlMark(evidence)}${htmlEvidence(evidence)}</div>`;
}

function htmlEvidence(evidence: EvidenceMark | null): string {
  if (evidence === null) return '<p class="evidence open">not measured yet</p>';
  const { best, rest, lift, verdict } = evidence;
  return `<p class="evidence"><span>${percent(best.share)}</span> of ${best.of} v <span>${percent(rest.share)}</span> of ${rest.of}<br>${escapeHtml(compactLift(lift))} <em class="${verdict}">${verdict === 'none' ? 'no evidence' : verdict}</em></p>`;
}

function compactLift(lift: string): string {
  return lift.replace(' times', '×').replace(' to ', '–');
}
