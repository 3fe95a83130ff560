import type { EvidenceMark } from '../../stages/profile/index.ts';

const LAST = 24;

/**
 * The evidence mark in characters: one axis from 0 to 100%, `●` the share among the best on its interval, `○` the
 * share among the others. Supported intervals are solid, others broken.
 *
 * @example
 * textMark(mark); // '┈┈┈┈┈┈○┈┈┈┈┈┈┈━━━━●━━━━┈┈'
 */
export function textMark({ best, rest, interval, verdict }: EvidenceMark): string {
  const bar = verdict === 'supported' || verdict === 'confirmed' ? '━' : '╍';
  const [low, high] = [at(interval[0]), at(interval[1])];
  const cells: string[] = Array.from({ length: LAST + 1 }, (_, cell) =>
    cell >= low && cell <= high ? bar : '┈',
  );
  cells[at(rest.share)] = '○';
  cells[at(best.share)] = '●';
  return cells.join('');
}

function at(share: number): number {
  return Math.round(Math.min(1, Math.max(0, share)) * LAST);
}
