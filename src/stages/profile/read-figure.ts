import { splitAnswer } from './split-answer.ts';
import type { CommitteeFigure } from './types.ts';

/**
 * Reads one committee figure, `titles: what they care about via channel`; the parts left out stay open. Null when no
 * title was given.
 *
 * @example
 * readFigure('user', 'receptionist: fewer calls via email');
 */
export function readFigure(role: string, answer: string | undefined): CommitteeFigure | null {
  const via = /\s+via\s+(\S.*)$/i.exec(answer ?? '');
  const rest = via === null ? (answer ?? '') : (answer ?? '').slice(0, via.index);
  const colon = rest.indexOf(':');
  const titles = splitAnswer(colon < 0 ? rest : rest.slice(0, colon), /[,;\n]/);
  const caresAbout = colon < 0 ? '' : rest.slice(colon + 1).trim();
  if (titles.length === 0) return null;
  const channel = via?.[1]?.trim() ?? null;
  return { role, titles, caresAbout: caresAbout === '' ? null : caresAbout, angle: null, channel };
}
