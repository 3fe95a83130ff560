import {
  type Band,
  type ExprRecord,
  evaluate,
  type ResolvedCondition,
  type Value,
} from '../../base/expr/index.ts';
import { type LeafCondition, leafConditions } from './leaf-conditions.ts';
import { supposedEvents } from './supposed-events.ts';
import { supposedTools } from './supposed-tools.ts';
import { supposedValues } from './supposed-values.ts';

/** What is supposed: how a condition comes out, on which day, beside which other conditions. */
export interface Supposition {
  readonly condition: ResolvedCondition;
  readonly wanted: boolean;
  /** All conditions that may ask about the same thing: their ends and values are told apart. */
  readonly beside: readonly ResolvedCondition[];
  readonly asOf: string;
  /** Whether a field holds several texts at once. */
  readonly isSet: (field: string) => boolean;
}

/**
 * Accounts that are the given one in all but what a condition asks about, and for which it comes out as wanted. They
 * stand for every such account: whatever the true value, one of them comes out alike in all conditions `beside` it
 * (numbers are told apart by the ends of windows). Of what is known in part only (a band) the rest is respected. Empty when the condition cannot come out so.
 *
 * @example
 * supposedRecords(record, { condition: threeToFifteen, wanted: true, beside: [overTen], asOf, isSet });
 * // the record with 3, 10, 15, 4 and 11 employees
 */
export function supposedRecords(record: ExprRecord, supposition: Supposition): readonly ExprRecord[] {
  const { condition, wanted } = supposition;
  const leaves = condition.op === 'all' ? condition.conditions : [condition];
  const supposed = wanted
    ? leaves.reduce<readonly ExprRecord[]>(
        (records, part) => records.flatMap((of) => supposedPart(of, part, supposition)),
        [record],
      )
    : leaves.flatMap((part) => supposedPart(record, part, supposition));
  return supposed.filter((of) => evaluate(condition, of) === wanted);
}

function supposedPart(
  record: ExprRecord,
  part: ResolvedCondition,
  supposition: Supposition,
): readonly ExprRecord[] {
  if (part.op === 'all') return supposedRecords(record, { ...supposition, condition: part });
  if (evaluate(part, record) === supposition.wanted) return [record];
  const beside = supposition.beside.flatMap(leafConditions);
  return supposedLeaf(record, part, { ...supposition, beside });
}

function supposedLeaf(
  record: ExprRecord,
  leaf: LeafCondition,
  { beside, wanted, asOf, isSet }: Supposition & { readonly beside: readonly LeafCondition[] },
): readonly ExprRecord[] {
  switch (leaf.op) {
    case 'tool':
      return supposedTools(record, leaf, { uses: wanted !== leaf.negated, beside, asOf });
    case 'signal':
    case 'growth':
      return supposedEvents(record, leaf, wanted);
    default: {
      const currencies = supposedCurrencies(record, leaf, beside);
      const known = record.values[leaf.field] ?? null;
      return supposedValues(leaf.field, [leaf, ...beside], { known, isSet: isSet(leaf.field) })
        .filter((value) => isWithin(value, known))
        .flatMap((value) =>
          currencies.map((currency) => withValue(record, { field: leaf.field, value, currency })),
        );
    }
  }
}

/** The currency that a window asks for; where only lines beside ask for one, the sum may come in any of these or in none. */
function supposedCurrencies(
  { currencies }: ExprRecord,
  leaf: LeafCondition & { readonly field: string },
  beside: readonly LeafCondition[],
): readonly (string | null)[] {
  if (leaf.op === 'window' && leaf.currency !== null) return [leaf.currency];
  const own = currencies[leaf.field] ?? null;
  const asked = beside.flatMap((of) =>
    of.op === 'window' && of.field === leaf.field && of.currency !== null ? [of.currency] : [],
  );
  return asked.length === 0 ? [own] : [...new Set([own, null, ...asked])];
}

/** A value that a band may turn out to be; anything may take the place of an exact value or of none. */
function isWithin(value: Value, known: Value): boolean {
  if (known === null || typeof known !== 'object' || Array.isArray(known)) return true;
  const { low, high } = known as Band;
  return typeof value === 'number' && low <= value && value <= high;
}

function withValue(
  record: ExprRecord,
  {
    field,
    value,
    currency,
  }: { readonly field: string; readonly value: Value; readonly currency: string | null },
): ExprRecord {
  return {
    ...record,
    values: { ...record.values, [field]: value },
    currencies: { ...record.currencies, [field]: currency },
  };
}
