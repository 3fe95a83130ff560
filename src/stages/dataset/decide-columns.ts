import { BestfitError } from '../../base/errors/index.ts';
import { nearestWord } from '../../base/expr/index.ts';
import type { CanonicalField } from './canonical-field.ts';
import { canonicalField, canonicalTables } from './canonical-tables.ts';
import type { ColumnProfile } from './column-profile.ts';
import { type ColumnContext, mapToAttribute, mapToField, question } from './map-column.ts';
import { spills } from './match-header.ts';
import { nameAttribute } from './name-attribute.ts';
import type { ColumnMapping, FieldKind, FileKind, FileMapping, TableName } from './types.ts';

/** One `--map column=field`: a field, `table.field`, or `-` to leave the column out. */
export interface ColumnOverride {
  readonly column: string;
  readonly field: string;
  /** The one source that is meant; left out, every file that has the column. */
  readonly file?: string;
}

/**
 * The columns that a person decided, now or at an earlier import of the same source, by header. What the person
 * says now wins; a remembered column keeps its place and reads its texts as they are written today.
 */
export function decideColumns(
  profiles: readonly ColumnProfile[],
  as: FileKind,
  decisions: { readonly overrides: readonly ColumnOverride[]; readonly remembered: FileMapping | null },
): ReadonlyMap<string, ColumnMapping> {
  const decided = new Map<string, ColumnMapping>();
  const claimed = new Map<string, string>();
  for (const override of decisions.overrides) {
    const column = profiles.findIndex(({ header }) => header === override.column);
    const profile = profiles[column] ?? refuseColumn(override, profiles);
    const mapping = decideOne(override, profile, { as, joined: null, column, taken: new Set() });
    const before = claimed.get(placeOf(mapping));
    if (!mapping.ignored && before !== undefined && before !== override.column) {
      throw refusal(override, `a field that no other column has (\`${before}\` has ${placeOf(mapping)})`);
    }
    decided.set(profile.header, mapping);
    if (!mapping.ignored) claimed.set(placeOf(mapping), profile.header);
  }
  for (const old of decisions.remembered?.columns ?? []) {
    const profile = profiles.find(({ header }) => header === old.column);
    if (profile === undefined || decided.has(old.column) || (old.ignored && old.decidedBy !== 'user'))
      continue;
    if (!old.ignored && claimed.has(placeOf(old))) continue;
    decided.set(old.column, remember(old, profile));
    if (!old.ignored) claimed.set(placeOf(old), old.column);
  }
  return decided;
}

/** `table.field`, the place that one column fills. */
export function placeOf({ table, field }: Pick<ColumnMapping, 'table' | 'field'>): string {
  return `${table}.${field}`;
}

function decideOne(override: ColumnOverride, profile: ColumnProfile, context: ColumnContext): ColumnMapping {
  const chosen = { confidence: 1, why: 'you said so', decidedBy: 'user', asks: null } as const;
  const { field: target } = override;
  const nobody = { profile, field: null, perhaps: null, confidence: 0, common: false, takenBy: null };
  const attribute = mapToAttribute(nobody, context);
  if (target === '-') return { ...attribute, ...chosen, ignored: true };
  const [table, name] = targetOf(override, context.as, attribute.table);
  const canonical = canonicalField(table, name);
  if (context.as === 'transactions' && table === 'customers') {
    refuseUnsummed(override, canonical?.kind ?? profile.kind);
  }
  if (canonical !== null && context.as !== 'lookup') return mapToField(canonical, profile, chosen);
  const field = canonical === null ? nameAttribute(name, { ...context, table }) : name;
  const near = canonical === null && target.includes('.') ? nearField(table, name) : null;
  const asks = near === null ? null : question(profile, near);
  return { ...attribute, ...chosen, asks, table, field, custom: canonical === null, ignored: false };
}

function refuseUnsummed(override: ColumnOverride, kind: FieldKind): void {
  if (kind === 'number' || kind === 'money') return;
  throw refusal(override, 'a column of numbers: purchases are summed per account');
}

/** The canonical field whose name is nearly the one given: probably a slip. */
function nearField(table: TableName, name: string): CanonicalField | null {
  const names = canonicalTables[table].map((field) => field.name);
  const near = nearestWord(name, names);
  return near === null ? null : canonicalField(table, near);
}

/** What the sums of purchases are made of, by the names of the sums. */
const madeOf: Readonly<Record<string, string>> = {
  purchase_value: 'amount',
  purchases: 'order_id',
  first_purchase_on: 'bought_on',
  last_purchase_on: 'bought_on',
};

function targetOf(override: ColumnOverride, as: FileKind, fallback: TableName): readonly [TableName, string] {
  const parts = override.field.split('.');
  const [first = '', second = ''] = parts;
  if (parts.length > 2 || first === '' || (parts.length === 2 && second === '')) {
    throw refusal(override, 'a field, `table.field`, or `-`');
  }
  if (parts.length === 2) {
    if (!isTable(first))
      throw refusal(override, `a field of one of the tables ${Object.keys(canonicalTables).join(', ')}`);
    return [first, second];
  }
  const made = as === 'transactions' ? madeOf[first] : undefined;
  if (made !== undefined) return ['transactions', made];
  const own = as === 'lookup' ? [] : [as, ...spills[as]];
  const tables: readonly TableName[] = [...own, 'accounts'];
  return [tables.find((table) => canonicalField(table, first) !== null) ?? fallback, first];
}

function isTable(name: string): name is TableName {
  return Object.hasOwn(canonicalTables, name);
}

function remember(old: ColumnMapping, profile: ColumnProfile): ColumnMapping {
  const { format } = profile;
  return {
    ...old,
    format: {
      decimal: format.decimal ?? old.format.decimal,
      dateOrder: profile.dates.dmy + profile.dates.mdy > 0 ? format.dateOrder : old.format.dateOrder,
      currency: format.currency ?? old.format.currency,
      scale: old.format.scale,
      separator: old.format.separator ?? (old.kind === 'set' ? format.separator : null),
      blanks: [...new Set([...old.format.blanks, ...format.blanks])],
      ...(old.format.ages === undefined ? {} : { ages: null }),
    },
    decidedBy: old.decidedBy === 'user' ? 'user' : 'remembered',
    why: old.decidedBy === 'user' ? 'you said so at an earlier import' : 'as at the last import of this file',
    asks: old.decidedBy === 'user' ? null : old.asks,
  };
}

function refuseColumn(override: ColumnOverride, profiles: readonly ColumnProfile[]): never {
  const headers = profiles.map(({ header }) => header);
  const near = nearestWord(override.column, headers);
  throw refusal(
    override,
    near === null ? `one of the columns ${headers.join(', ')}` : `a column of the file, such as \`${near}\``,
  );
}

function refusal(override: ColumnOverride, expected: string): BestfitError {
  return new BestfitError('usage.bad-option', {
    option: '--map',
    value: `${override.column}=${override.field}`,
    expected,
  });
}
