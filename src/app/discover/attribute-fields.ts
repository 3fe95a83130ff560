import type { Band } from '../../base/expr/index.ts';
import type { Cell } from '../../base/sql/index.ts';
import { type Field, saysUnknown } from '../../stages/dataset/index.ts';
import {
  type CandidateField,
  codeBands,
  codeCategories,
  codeDates,
  codeNumbers,
  codeRegions,
  codeTruths,
  type FieldAbout,
} from '../../stages/discovery/index.ts';
import type { UnitColumn } from './unit-values.ts';

/** Elements of a set that become yes/no fields of their own, at most: the commonest. */
const mostElements = 40;

/** Units that must have an element before it is worth a field. */
const fewestUses = 3;

/** Columns that say who or how, not what a company is. */
const notTraits = new Set([
  'account_id',
  'deal_id',
  'name',
  'domain',
  'owner',
  'outcome',
  'stage',
  'created_on',
  'closed_on',
  'amount',
]);

/** The day ages are counted to, and whether the values belong to the account rather than to the deal. */
export interface AttributeOptions {
  readonly asOf: string;
  readonly perAccount: boolean;
}

/** Whether an attribute can be a trait: not a key, a name, free text or a result. */
export function isTrait(field: Field): boolean {
  return field.kind !== 'text' && field.layer !== 'outcome' && !notTraits.has(field.name);
}

/** Candidate fields of one attribute; a set gives one per element. */
export function attributeFields(
  field: Field,
  column: UnitColumn,
  options: AttributeOptions,
): readonly CandidateField[] {
  const about = aboutOf(field, options.perAccount);
  switch (field.kind) {
    case 'number':
    case 'money':
    case 'year': {
      const { read, currency } = inOneCurrency(field, column);
      return [
        field.banded
          ? codeBands(bandsOf(field, read), { ...about, currency })
          : codeNumbers(read(field.name).map(toNumber), { ...about, currency }),
      ];
    }
    case 'date':
      return [codeDates(column(field.name).map(toText), { ...about, asOf: options.asOf })];
    case 'boolean':
      return [booleanField(field, column, about)];
    case 'set':
      return setFields(field, column, about);
    case 'category':
    case 'text':
      return categoryFields(field, column(field.name).map(toText), about);
  }
}

function aboutOf(field: Field, perAccount: boolean): FieldAbout {
  const { prospects } = field;
  const knownEnough = prospects !== null && prospects.of > 0 && prospects.known / prospects.of >= 0.2;
  const searchable = perAccount ? (prospects === null ? null : knownEnough) : false;
  return {
    id: field.name,
    column: field.name,
    label: field.label,
    layer: field.layer,
    known: field.known,
    knownBy: field.knownBy,
    searchable,
    perAccount,
  };
}

/** Sums in other currencies than the commonest are unknown: without a rate they cannot be compared with it. */
function inOneCurrency(
  field: Field,
  column: UnitColumn,
): { readonly read: UnitColumn; readonly currency: string | null } {
  if (field.kind !== 'money') return { read: column, currency: null };
  if (!field.mixedCurrency) return { read: column, currency: field.unit };
  const codes = column(`${field.name}_currency`);
  const currency = commonest(codes.flatMap((code) => (code === null ? [] : [String(code)])));
  const read: UnitColumn = (name) =>
    column(name).map((cell, i) => (currency !== null && codes[i] === currency ? cell : null));
  return { read, currency };
}

/** The text that occurs most, the first in the alphabet of several; null of none. */
function commonest(texts: readonly string[]): string | null {
  const counts = new Map<string, number>();
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
  const [first] = [...counts].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1));
  return first?.[0] ?? null;
}

function bandsOf(field: Field, column: UnitColumn): readonly (Band | null)[] {
  const exact = column(field.name).map(toNumber);
  const low = column(`${field.name}_low`).map(toNumber);
  const high = column(`${field.name}_high`).map(toNumber);
  return exact.map((value, i) => {
    if (value !== null) return { low: value, high: value };
    if (low[i] === null && high[i] === null) return null;
    return { low: low[i] ?? Number.NEGATIVE_INFINITY, high: high[i] ?? Number.POSITIVE_INFINITY };
  });
}

/** Countries are searched one by one and by the regions of the world that they lie in. */
function categoryFields(
  { table, name }: Field,
  values: readonly (string | null)[],
  about: FieldAbout,
): readonly CandidateField[] {
  const regions = table === 'accounts' && name === 'country' ? codeRegions(values, about) : null;
  return [codeCategories(values, about), ...(regions === null ? [] : [regions])];
}

function booleanField(field: Field, column: UnitColumn, about: FieldAbout): CandidateField {
  const is = (value: boolean) => ({ op: 'any', field: field.name, values: [value] }) as const;
  const values = column(field.name).map((cell) => (typeof cell === 'boolean' ? cell : null));
  return codeTruths(values, { ...about, kind: 'boolean', yes: is(true), no: is(false) });
}

function setFields(field: Field, column: UnitColumn, about: FieldAbout): readonly CandidateField[] {
  const sets = column(field.name).map(elementsOf);
  const counts = new Map<string, number>();
  for (const set of sets)
    for (const element of set ?? []) counts.set(element, (counts.get(element) ?? 0) + 1);
  return [...counts]
    .filter(([, n]) => n >= fewestUses)
    .sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1))
    .slice(0, mostElements)
    .map(([element]) => {
      const values = sets.map((set) => (set === null ? null : set.has(element)));
      const written = { field: field.name, values: [element] };
      return codeTruths(values, {
        ...about,
        id: `${field.name}:${element}`,
        label: `${field.label}: ${element}`,
        kind: 'boolean',
        yes: { op: 'any', ...written },
        no: { op: 'none', ...written },
      });
    });
}

/** A set of nothing but words that say that nothing is known is unknown. */
function elementsOf(cell: Cell): ReadonlySet<string> | null {
  if (!Array.isArray(cell)) return null;
  const known = (cell as readonly string[]).filter((element) => !saysUnknown(element));
  return known.length === 0 && cell.length > 0 ? null : new Set(known);
}

function toNumber(cell: Cell): number | null {
  return typeof cell === 'number' ? cell : null;
}

function toText(cell: Cell): string | null {
  return cell === null ? null : String(cell);
}
