import { isCustomCode, splitName } from './field-codes.ts';
import type { PipedriveRecord } from './pipedrive-record.ts';

/**
 * A value of a record as text, as Pipedrive writes it: ids of options, money and addresses by their `value`, several
 * joined by `;`, the primary e-mail address before the others. Null for what is empty or not there.
 *
 * @example
 * valueText({ id: 1, value: 200 }, 'value'); // '200'
 * valueText({ id: 1, address: { value: 'Main St', country: 'USA' } }, 'address.country'); // 'USA'
 */
export function valueText(record: PipedriveRecord, name: string): string | null {
  const { code, part } = splitName(name);
  const value = isCustomCode(code) ? record.custom_fields?.[code] : record[code];
  if (part === null) return textOf(value);
  if (Array.isArray(value)) return textOf(entryOf(value, part));
  return isObject(value) ? textOf(value[part]) : null;
}

function textOf(value: unknown): string | null {
  if (value === null || value === undefined || value === '') return null;
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (Array.isArray(value)) return listText(value);
  if (!isObject(value)) return null;
  for (const key of ['value', 'id', 'label']) if (key in value) return textOf(value[key]);
  return JSON.stringify(value);
}

function listText(values: readonly unknown[]): string | null {
  const texts = values.map(textOf).filter((text) => text !== null);
  return texts.length === 0 ? null : texts.join(';');
}

/** Of addresses and numbers of a person: the primary one (else the first), or those with a label. */
function entryOf(entries: readonly unknown[], part: string): unknown {
  const known = entries.filter(isObject);
  if (part === 'primary') return known.find(({ primary }) => primary === true) ?? known[0];
  return known.filter(({ label }) => label === part);
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
