import { readNumber } from './read-number.ts';
import type { Written } from './read-object.ts';
import { refuseCondition } from './refuse-condition.ts';
import type { Condition } from './types.ts';

/** The window that `between`, `min`, `max` and `currency` write about one field. */
export function readWindow(written: Written, field: string, where: string): Condition {
  const { low, high } =
    written.between === undefined ? readEnds(written, where) : readBetween(written, where);
  return {
    op: 'window',
    field,
    low,
    high,
    currency: written.currency === undefined ? null : readCurrency(written.currency, `${where}.currency`),
  };
}

interface Ends {
  readonly low: number | null;
  readonly high: number | null;
}

function readBetween({ between, min, max }: Written, where: string): Ends {
  if (min !== undefined || max !== undefined)
    return refuseCondition({
      where,
      found: 'between with min or max',
      expected: 'either `between` or `min`, `max`',
    });
  if (!Array.isArray(between) || between.length !== 2)
    return refuseCondition({
      where: `${where}.between`,
      found: between,
      expected: 'two numbers: [lowest, highest]',
    });
  const low = readNumber(between[0], `${where}.between[0]`);
  const high = readNumber(between[1], `${where}.between[1]`);
  if (low <= high) return { low, high };
  return refuseCondition({
    where: `${where}.between`,
    found: between,
    expected: 'the lower number first',
    suggestion: `[${high}, ${low}]`,
  });
}

function readEnds({ min, max }: Written, where: string): Ends {
  const low = min === undefined ? null : readNumber(min, `${where}.min`);
  const high = max === undefined ? null : readNumber(max, `${where}.max`);
  if (low === null || high === null || low <= high) return { low, high };
  return refuseCondition({
    where,
    found: `min: ${low}, max: ${high}`,
    expected: 'a `min` that is not above its `max`',
    suggestion: `min: ${high}, max: ${low}`,
  });
}

function readCurrency(written: unknown, where: string): string {
  if (typeof written === 'string' && /^[A-Z]{3}$/.test(written)) return written;
  const upper = typeof written === 'string' ? written.trim().toUpperCase() : '';
  return refuseCondition({
    where,
    found: written,
    expected: 'a currency code of three capital letters such as `EUR`',
    suggestion: /^[A-Z]{3}$/.test(upper) ? upper : null,
  });
}
