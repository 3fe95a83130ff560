import type { EvidenceMark } from '../../stages/profile/index.ts';
import { escapeHtml } from './escape-html.ts';

const WIDTH = 120;
const EDGE = 5;

/**
 * The evidence mark: one axis from 0 to 100%, a filled dot for the share among the best with its interval, a hollow
 * dot for the share among the others. Suggestive evidence has a broken interval, none a pale one.
 */
export function htmlMark(mark: EvidenceMark | null): string {
  const axis = `<path class="axis" d="M${EDGE} 8H${WIDTH - EDGE}"/>${[0, 0.5, 1].map((share) => `<path class="axis" d="M${at(share)} 6v4"/>`).join('')}`;
  if (mark === null) return `<svg class="mark" viewBox="0 0 ${WIDTH} 16" aria-hidden="true">${axis}</svg>`;
  const { best, rest, interval, verdict, verdictInWords, counts, lift } = mark;
  const label = escapeHtml(`${counts}; ${lift}; ${verdictInWords}`);
  return `<svg class="mark ${verdict}" viewBox="0 0 ${WIDTH} 16" role="img" aria-label="${label}"><title>${label}</title>${axis}<path class="interval" d="M${at(interval[0])} 8H${at(interval[1])}"/><circle class="rest" cx="${at(rest.share)}" cy="8" r="2.9"/><circle class="best" cx="${at(best.share)}" cy="8" r="3.6"/></svg>`;
}

function at(share: number): string {
  return (EDGE + share * (WIDTH - 2 * EDGE)).toFixed(1);
}
