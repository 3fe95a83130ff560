import {
  and,
  caseWhen,
  column,
  eq,
  isNotNull,
  isNull,
  type NamedExpr,
  named,
  nullOf,
  or,
  parquet,
  type SqlExpr,
  type SqlQuery,
  select,
  text,
  when,
} from '../../base/sql/index.ts';
import {
  addRules,
  columnsOfField,
  type Field,
  LOOKUP_KEY,
  LOOKUP_VALUE,
  noRules,
  type PartField,
  ruledColumns,
  type SourceState,
} from '../../stages/dataset/index.ts';
import type { Scratch } from '../import/index.ts';
import { isMeant } from './decide-source.ts';
import { heldField } from './held-field.ts';
import { hasRules, rulesOf } from './rules-of.ts';
import type { FieldDecision } from './types.ts';

/** A source whose rows are written anew under a decision that changes values: other spellings, a currency named. */
export async function rewriteSource(
  scratch: Scratch,
  source: SourceState,
  { field, decision }: { readonly field: Field; readonly decision: FieldDecision },
): Promise<SourceState> {
  const held = isMeant(source, decision) ? heldField(source, field) : null;
  const changes = held === null ? new Map<string, SqlExpr>() : changedColumns(held, decision);
  const { lookup, parts, fields } = source;
  const ref = lookup ?? parts[field.table];
  if (changes.size === 0 || ref === undefined) return source;
  const own = lookup === null ? fields.filter(({ table }) => table === field.table) : fields;
  const keys = lookup === null ? [] : [LOOKUP_KEY, LOOKUP_VALUE];
  const query = rewritten(scratch.store.filePath(ref), [...keys, ...columnNames(own)], changes);
  const written = await scratch.write(query);
  return lookup === null
    ? { ...source, parts: { ...parts, [field.table]: written } }
    : { ...source, lookup: written };
}

function columnNames(fields: readonly PartField[]): readonly string[] {
  return [...new Set(fields.flatMap((field) => columnsOfField(field).map(({ name }) => name)))];
}

function rewritten(path: string, names: readonly string[], changes: ReadonlyMap<string, SqlExpr>): SqlQuery {
  const columns = names.map((name): NamedExpr => named(changes.get(name) ?? column(name), name));
  return select({ columns, from: parquet(path) });
}

function changedColumns(
  { name, kind, banded, mixedCurrency }: PartField,
  decision: FieldDecision,
): ReadonlyMap<string, SqlExpr> {
  const { merge = [], currency } = decision;
  const changes = new Map<string, SqlExpr>();
  const value = column(name);
  if (merge.length > 0) {
    const spellings = merge.map(({ from, to }) =>
      when(eq(value, text(from)), to === '' ? nullOf('text') : text(to)),
    );
    changes.set(name, caseWhen(spellings, value));
  }
  if (hasRules(decision)) {
    const ends = banded ? { low: column(`${name}_low`), high: column(`${name}_high`) } : null;
    const ruled = ruledColumns(addRules(noRules, rulesOf(decision)), kind, { value, ends });
    changes.set(name, ruled.value);
    if (ruled.ends !== null) changes.set(`${name}_low`, ruled.ends.low).set(`${name}_high`, ruled.ends.high);
  }
  if (currency !== undefined && mixedCurrency) {
    const code = column(`${name}_currency`);
    const known = or([isNotNull(value), ...(banded ? [isNotNull(column(`${name}_low`))] : [])]);
    changes.set(`${name}_currency`, caseWhen([when(and([isNull(code), known]), text(currency))], code));
  }
  return changes;
}
