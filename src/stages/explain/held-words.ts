import {
  type Band,
  type ExprRecord,
  evaluate,
  type ResolvedCondition,
  type Value,
} from '../../base/expr/index.ts';

/** Days of a signal that are named, at most: the newest. */
const mostDays = 2;

/**
 * What an account holds of the thing that a condition asks about, as the data says it; null where nothing is known.
 * Tools that were looked for and not found are `none found`, signals likewise.
 *
 * @example
 * heldWords({ op: 'window', field: 'employees', low: 3, high: 15, currency: null }, record); // '18', '10-49'
 */
export function heldWords(condition: ResolvedCondition, record: ExprRecord): string | null {
  switch (condition.op) {
    case 'tool':
      return heldTools(condition, record);
    case 'signal':
      return heldDays(condition, record);
    case 'growth':
      return heldObservations(condition, record);
    case 'all': {
      const parts = condition.conditions.flatMap((part) => heldWords(part, record) ?? []);
      return parts.length === 0 ? null : [...new Set(parts)].join('; ');
    }
    default:
      return fieldWords(condition.field, record);
  }
}

/** The value of one field in words, a sum with its currency; null where it is unknown. */
export function fieldWords(field: string, { values, currencies }: ExprRecord): string | null {
  const words = valueWords(values[field] ?? null);
  const currency = currencies[field] ?? null;
  return words === null || currency === null ? words : `${words} ${currency}`;
}

function valueWords(value: Value): string | null {
  if (value === null || typeof value === 'string') return value;
  if (typeof value === 'number') return number(value);
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (Array.isArray(value)) return value.length === 0 ? 'none' : value.join(', ');
  return bandWords(value as Band);
}

function bandWords({ low, high }: Band): string {
  if (low === Number.NEGATIVE_INFINITY) return `up to ${number(high)}`;
  if (high === Number.POSITIVE_INFINITY) return `${number(low)} or more`;
  return low === high ? number(low) : `${number(low)}-${number(high)}`;
}

/** Digits are grouped from 10,000 on, as in the words of conditions. */
function number(value: number): string {
  return Math.abs(value) < 10_000
    ? String(value)
    : value.toLocaleString('en-US', { maximumFractionDigits: 6 });
}

type Tool = Extract<ResolvedCondition, { op: 'tool' }>;

function heldTools(condition: Tool, record: ExprRecord): string | null {
  const tools = listedTools(condition, record);
  if (tools.length > 0) {
    const dated = condition.since !== null;
    return tools
      .map(({ technology, category, firstSeen }) => {
        const name = technology ?? category ?? '';
        return dated && firstSeen !== null ? `${name} since ${firstSeen}` : name;
      })
      .join(', ');
  }
  return isKnown(condition, record) ? 'none found' : null;
}

/** The tools of an account that a condition asks about, whenever first seen. */
export function listedTools(
  { technologies, categories }: Pick<Tool, 'technologies' | 'categories'>,
  record: ExprRecord,
): ExprRecord['technologies'] {
  const isWanted = (wanted: readonly string[] | null, text: string | null) =>
    wanted === null || (text !== null && wanted.includes(text));
  return record.technologies.filter(
    ({ technology, category }) => isWanted(technologies, technology) && isWanted(categories, category),
  );
}

/** What was looked for and is not listed. */
function isKnown(condition: ResolvedCondition, record: ExprRecord): boolean {
  return evaluate(condition, record) !== null;
}

function heldDays(
  condition: Extract<ResolvedCondition, { op: 'signal' }>,
  record: ExprRecord,
): string | null {
  const { kind, abouts, until } = condition;
  const days = record.signals
    .filter((event) => event.kind === kind && event.observedOn <= until)
    .filter(({ about }) => abouts === null || (about !== null && abouts.includes(about)))
    .map(({ observedOn }) => observedOn);
  const newest = [...new Set(days)].sort().toReversed().slice(0, mostDays);
  if (newest.length > 0) return newest.join(', ');
  return isKnown(condition, record) ? 'none found' : null;
}

function heldObservations(
  { field, now }: Extract<ResolvedCondition, { op: 'growth' }>,
  { observations }: ExprRecord,
): string | null {
  const seen = observations
    .filter((of) => of.field === field && of.observedOn <= now)
    .toSorted((a, b) => (a.observedOn < b.observedOn ? -1 : 1));
  const [first, last] = [seen[0], seen.at(-1)];
  if (first === undefined || last === undefined) return null;
  const words = (of: typeof first) => `${number(of.value)} on ${of.observedOn}`;
  return first.observedOn === last.observedOn ? words(last) : `${words(first)}, ${words(last)}`;
}
