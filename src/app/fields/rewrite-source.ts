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
import { switchedOff } from '../../stages/signals/index.ts';
import { composeSignals, type Scratch } from '../import/index.ts';
import { isMeant } from './decide-source.ts';
import { heldField } from './held-field.ts';
import { respelledSets } from './respelled-sets.ts';
import { hasRules, rulesOf } from './rules-of.ts';
import type { FieldDecision } from './types.ts';

/**
 * A source whose rows are written anew under a decision that changes values: other spellings, a currency named. Rows of
 * earlier dated imports too, so that the decision itself is no change from one to the next.
 */
export async function rewriteSource(
  scratch: Scratch,
  source: SourceState,
  { field, decision }: { readonly field: Field; readonly decision: FieldDecision },
): Promise<SourceState> {
  const held = isMeant(source, decision) ? heldField(source, field) : null;
  const { lookup, dated } = source;
  const valued = held === null ? source : await rewriteRows(scratch, source, { held, decision, field });
  if (dated === undefined || held === null || lookup !== null) return valued;
  const earlier: (typeof dated.earlier)[number][] = [];
  for (const state of dated.earlier) {
    const then = state.fields.find(({ table, name }) => table === held.table && name === held.name);
    const rows = { ...state, lookup: null };
    const { parts } =
      then === undefined ? state : await rewriteRows(scratch, rows, { held: then, decision, field });
    earlier.push({ ...state, parts });
  }
  const next = { ...valued, dated: { ...dated, earlier } };
  return decision.signals === undefined ? next : recomposed(scratch, next);
}

async function rewriteRows<Rows extends Pick<SourceState, 'parts' | 'fields' | 'lookup'>>(
  scratch: Scratch,
  rows: Rows,
  {
    held,
    decision,
    field,
  }: { readonly held: PartField; readonly decision: FieldDecision; readonly field: Field },
): Promise<Rows> {
  const { lookup, parts, fields } = rows;
  const ref = lookup ?? parts[field.table];
  if (ref === undefined) return rows;
  const own = lookup === null ? fields.filter(({ table }) => table === field.table) : fields;
  const keys = lookup === null ? [] : [LOOKUP_KEY, LOOKUP_VALUE];
  const names = [...keys, ...columnNames(own)];
  const query = await rewritten(scratch, scratch.store.filePath(ref), { held, decision, names });
  if (query === null) return rows;
  const written = await scratch.write(query);
  return lookup === null
    ? { ...rows, parts: { ...parts, [field.table]: written } }
    : { ...rows, lookup: written };
}

/** The signals of a source without those that a person switched off. */
async function recomposed(scratch: Scratch, source: SourceState): Promise<SourceState> {
  const { dated, mapping, parts, fields } = source;
  if (dated === undefined || dated.signals.changes === null) return source;
  const { signals: _old, ...others } = parts;
  const whole = await composeSignals(scratch, dated.signals, switchedOff(mapping));
  const rest = fields.filter(({ table }) => table !== 'signals');
  if (whole === null) return { ...source, parts: others, fields: rest };
  return { ...source, parts: { ...others, signals: whole.ref }, fields: [...rest, ...whole.fields] };
}

function columnNames(fields: readonly PartField[]): readonly string[] {
  return [...new Set(fields.flatMap((field) => columnsOfField(field).map(({ name }) => name)))];
}

/** The rows of a file of the store under a decision; null when it changes no value. */
async function rewritten(
  scratch: Scratch,
  path: string,
  {
    held,
    decision,
    names,
  }: { readonly held: PartField; readonly decision: FieldDecision; readonly names: readonly string[] },
): Promise<SqlQuery | null> {
  const { merge = [] } = decision;
  if (held.kind === 'set' && merge.length > 0) return respelledSets(scratch, path, { held, names, merge });
  const changes = changedColumns(held, decision);
  if (changes.size === 0) return null;
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
