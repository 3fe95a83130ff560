import { type Condition, foldText } from '../../base/expr/index.ts';
import { readSize } from './read-size.ts';
import { readToolAnswer } from './read-tool-answer.ts';
import type { AntiLine } from './types.ts';

/**
 * Reads one exclusion, `what because why`: a size, `uses X`, `field: value` or else an industry. Null without a
 * reason: only a reason disqualifies.
 *
 * @example
 * readExclusion('ownership: public because tenders'); // any of `ownership`, because `tenders`
 */
export function readExclusion(text: string): AntiLine | null {
  const [what, ...why] = text.split(/[\s,]+because(?: of)?[:\s]+/i);
  const because = why.join(' because ').trim();
  if (what === undefined || what.trim() === '' || because === '') return null;
  return { condition: conditionOf(what.trim()), because };
}

function conditionOf(what: string): Condition {
  const field = /^([\p{L}][\p{L}\p{N}_ ]*):\s*(.+)$/u.exec(what);
  if (field !== null) {
    const values = field[2]!.split(/\s*,\s*/).filter((value) => value !== '');
    return { op: 'any', field: foldText(field[1]!).replaceAll(' ', '_'), values };
  }
  return readSize(what) ?? readToolAnswer(what) ?? { op: 'any', field: 'industry', values: [what] };
}
