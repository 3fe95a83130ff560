import { type Condition, describeCondition, foldText, type ToolMatch } from '../../base/expr/index.ts';
import { type Cell, groupByAccount, type Row } from '../../base/sql/index.ts';
import type { CurrentData } from '../current-data.ts';
import { type HeldValue, heldOf } from './held-of.ts';
import type { UnitRows } from './read-unit-rows.ts';
import type { ComparedUnit, Held } from './types.ts';

/** Days of a signal that are named, at most: the newest. */
const mostDays = 3;

/** The rows behind the units of a comparison, and which fields belong to the deal rather than to the account. */
export interface HeldContext {
  readonly rows: UnitRows;
  readonly isOfDeal: (field: string) => boolean;
  readonly asOf: string;
}

/**
 * Reads what each unit holds of the field that a condition asks about, as the file said it. Of a tool it names what is
 * in use, of a signal the newest days up to the unit's own: later ones do not count for it.
 */
export function heldBy(
  data: CurrentData,
  condition: Condition,
  context: HeldContext,
): (unit: ComparedUnit) => HeldValue {
  const read = readerOf(data, condition, context);
  return (unit) => read(unit) ?? { held: null, currency: null };
}

type Reader = (unit: ComparedUnit) => HeldValue | null;

function readerOf(data: CurrentData, condition: Condition, context: HeldContext): Reader {
  switch (condition.op) {
    case 'uses':
    case 'lacks':
      return toolReader(condition.tool, context);
    case 'signal':
      return signalReader(condition.signal, context);
    case 'all':
      return partsReader(data, condition.conditions, context);
    default:
      return fieldReader(data, condition.field, context);
  }
}

function fieldReader(data: CurrentData, name: string, { rows, isOfDeal }: HeldContext): Reader {
  const ofDeal = isOfDeal(name);
  const field = data.field(ofDeal ? 'deals' : 'accounts', name);
  const byId = new Map(rows.accounts.map((row) => [String(row.account_id), row]));
  return ({ accountId, deal }) => {
    const row = ofDeal ? deal : byId.get(accountId ?? '');
    if (field === null || row === undefined || row === null) return null;
    return heldOf(field, row);
  };
}

function toolReader({ technology, category }: ToolMatch, { rows }: HeldContext): Reader {
  const byAccount = groupByAccount(rows.technologies.filter(isTool));
  return ({ accountId }) => listed((byAccount.get(accountId ?? '') ?? []).map(toolWords));

  function isTool(row: Row): boolean {
    return isText(technology, row.technology) && isText(category, row.category);
  }
}

function toolWords(row: Row): string {
  const name = String(row.technology ?? row.category);
  return row.first_seen === null ? name : `${name} since ${String(row.first_seen)}`;
}

function signalReader(
  { kind, about }: { readonly kind: string; readonly about: string | null },
  { rows, asOf }: HeldContext,
): Reader {
  const byAccount = groupByAccount(
    rows.signals.filter((row) => row.kind === kind && isText(about, row.about)),
  );
  return ({ accountId, on }) => {
    const days = (byAccount.get(accountId ?? '') ?? []).map((row) => String(row.observed_on));
    const before = days.filter((day) => day <= (on ?? asOf));
    return listed([...new Set(before)].sort().toReversed().slice(0, mostDays));
  };
}

function partsReader(data: CurrentData, parts: readonly Condition[], context: HeldContext): Reader {
  const readers = parts.map((part) => ({
    words: 'field' in part ? part.field.replaceAll('_', ' ') : describeCondition(part),
    read: readerOf(data, part, context),
  }));
  return (unit) =>
    listed(readers.map(({ words, read }) => `${words}: ${partWords(read(unit)?.held ?? null)}`));
}

function partWords(held: Held): string {
  if (held === null) return 'not known';
  if (typeof held === 'boolean') return held ? 'yes' : 'no';
  if (Array.isArray(held)) return held.length === 0 ? 'none listed' : held.join(', ');
  return typeof held === 'object' ? JSON.stringify(held) : String(held);
}

function listed(texts: readonly string[]): HeldValue {
  return { held: texts, currency: null };
}

/** Whether a text is the wanted one, however it is spelled; null wants any. */
function isText(wanted: string | null, cell: Cell | undefined): boolean {
  return wanted === null || (typeof cell === 'string' && foldText(cell) === foldText(wanted));
}
