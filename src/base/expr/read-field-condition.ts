import { formatDuration } from './format-duration.ts';
import { readDuration } from './read-duration.ts';
import { readNumber } from './read-number.ts';
import { readObject, type Written } from './read-object.ts';
import { readText } from './read-text.ts';
import { readWindow } from './read-window.ts';
import { refuseCondition } from './refuse-condition.ts';
import { shiftDate } from './shift-date.ts';
import type { Condition, Duration, Scalar } from './types.ts';

const OPERATORS = ['any', 'none', 'between', 'min', 'max', 'age', 'growth'];

/** A condition on one field of the account. */
export function readFieldCondition(written: Written, where: string): Condition {
  const field = readText(written.field, `${where}.field`, 'the column name of a field');
  const used = OPERATORS.filter((operator) => written[operator] !== undefined);
  const groups = new Set(used.map((operator) => (isWindow(operator) ? 'window' : operator)));
  if (groups.size !== 1) return refuseOperators(written, where, used);
  if (written.currency !== undefined && !groups.has('window'))
    return refuseCondition({
      where,
      found: 'currency',
      expected: '`currency` only with `between`, `min` or `max`',
    });
  if (groups.has('any')) return { op: 'any', field, values: readValues(written.any, `${where}.any`) };
  if (groups.has('none')) return { op: 'none', field, values: readValues(written.none, `${where}.none`) };
  if (groups.has('age')) return readAge(written.age, field, `${where}.age`);
  if (groups.has('growth')) return readGrowth(written.growth, field, `${where}.growth`);
  return readWindow(written, field, where);
}

function isWindow(operator: string): boolean {
  return operator === 'between' || operator === 'min' || operator === 'max';
}

function refuseOperators(written: Written, where: string, used: readonly string[]): never {
  if (used.length > 0)
    return refuseCondition({
      where,
      found: used.join(' and '),
      expected: 'one operator; `all` asks for several things at once',
    });
  const list = OPERATORS.map((operator) => `\`${operator}\``).join(', ');
  return refuseCondition({ where, found: written, expected: `a \`field\` with one of ${list}` });
}

function readValues(written: unknown, where: string): readonly Scalar[] {
  const expected = 'a list of at least one value';
  if (!Array.isArray(written))
    return refuseCondition({
      where,
      found: written,
      expected,
      suggestion: isScalar(written) && written !== '' ? `[${written}]` : null,
    });
  if (written.length === 0) return refuseCondition({ where, found: written, expected });
  return written.map((value, index) => readValue(value, `${where}[${index}]`));
}

function isScalar(written: unknown): written is Scalar {
  return ['boolean', 'number', 'string'].includes(typeof written);
}

function readValue(written: unknown, where: string): Scalar {
  if (typeof written === 'boolean') return written;
  if (typeof written === 'number') return readNumber(written, where);
  if (typeof written === 'string') return readText(written, where, 'a value');
  return refuseCondition({ where, found: written, expected: 'a text, a number, true or false' });
}

function readAge(written: unknown, field: string, where: string): Condition {
  const age = readObject(written, where, ['min', 'max']);
  if (age.min === undefined && age.max === undefined)
    return refuseCondition({ where, found: written, expected: 'a `min`, a `max` or both' });
  const min = age.min === undefined ? null : readDuration(age.min, `${where}.min`);
  const max = age.max === undefined ? null : readDuration(age.max, `${where}.max`);
  if (min !== null && max !== null && isLonger(min, max))
    return refuseCondition({
      where,
      found: `min: ${formatDuration(min)}, max: ${formatDuration(max)}`,
      expected: 'a `min` that is not longer than its `max`',
      suggestion: `min: ${formatDuration(max)}, max: ${formatDuration(min)}`,
    });
  return { op: 'age', field, min, max };
}

function isLonger(a: Duration, b: Duration): boolean {
  const start = '2001-01-01';
  return shiftDate(start, a, 1) > shiftDate(start, b, 1);
}

function readGrowth(written: unknown, field: string, where: string): Condition {
  const growth = readObject(written, where, ['min', 'over']);
  const min = readNumber(growth.min, `${where}.min`);
  if (min <= -1)
    return refuseCondition({
      where: `${where}.min`,
      found: min,
      expected: 'a share above -1 (0.2 is 20% growth)',
    });
  return { op: 'growth', field, min, over: readDuration(growth.over, `${where}.over`) };
}
