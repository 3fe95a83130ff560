import { readFieldCondition } from './read-field-condition.ts';
import { readObject } from './read-object.ts';
import { readSignal } from './read-signal.ts';
import { readTool } from './read-tool.ts';
import { refuseCondition } from './refuse-condition.ts';
import type { Condition } from './types.ts';

/** All keys that a condition may hold; a document line may hold others beside them (points, because). */
export const conditionKeys = [
  'field',
  'any',
  'none',
  'between',
  'min',
  'max',
  'currency',
  'age',
  'growth',
  'uses',
  'lacks',
  'signal',
  'all',
] as const;

const MAX_PARTS = 4;

/**
 * Reads one condition of a profile as YAML or JSON gives it (design, section 6). Strict: an unknown key or operator,
 * an impossible range, an empty list or a bad duration is refused with `profile.condition-invalid`, which names the
 * place (`where` is the path so far), what was found and what would be right.
 *
 * @example
 * readCondition({ field: 'employees', between: [20, 120] }, 'fit.firmographic[0]');
 * // { op: 'window', field: 'employees', low: 20, high: 120, currency: null }
 */
export function readCondition(written: unknown, where: string): Condition {
  const condition = readObject(written, where, conditionKeys);
  const subjects = ['field', 'uses', 'lacks', 'signal', 'all'].filter((key) => condition[key] !== undefined);
  if (subjects.length !== 1)
    return refuseCondition({
      where,
      found: subjects.length === 0 ? written : subjects.join(' and '),
      expected: 'exactly one of `field`, `uses`, `lacks`, `signal`, `all`',
    });
  if (subjects[0] === 'field') return readFieldCondition(condition, where);
  refuseLeftovers(condition, where, subjects[0] ?? '');
  if (subjects[0] === 'uses') return { op: 'uses', tool: readTool(condition.uses, `${where}.uses`) };
  if (subjects[0] === 'lacks') return { op: 'lacks', tool: readTool(condition.lacks, `${where}.lacks`) };
  if (subjects[0] === 'signal')
    return { op: 'signal', signal: readSignal(condition.signal, `${where}.signal`) };
  return readAll(condition.all, `${where}.all`);
}

function refuseLeftovers(condition: object, where: string, subject: string): void {
  const left = Object.keys(condition).find((key) => key !== subject);
  if (left !== undefined)
    refuseCondition({ where, found: left, expected: `\`${subject}\` without \`${left}\`` });
}

function readAll(written: unknown, where: string): Condition {
  if (!Array.isArray(written) || written.length === 0 || written.length > MAX_PARTS)
    return refuseCondition({
      where,
      found: Array.isArray(written) ? `a list of ${written.length}` : written,
      expected: `a list of 1 to ${MAX_PARTS} conditions`,
    });
  const conditions = written.map((part, index) => {
    const condition = readCondition(part, `${where}[${index}]`);
    if (condition.op !== 'all') return condition;
    return refuseCondition({
      where: `${where}[${index}]`,
      found: part,
      expected: 'a condition without `all` inside',
    });
  });
  return { op: 'all', conditions };
}
