import { type Assignment, assignColumns, enoughConfidence } from './assign-columns.ts';
import { canonicalField } from './canonical-tables.ts';
import type { ColumnProfile } from './column-profile.ts';
import { type ColumnOverride, decideColumns, placeOf } from './decide-columns.ts';
import { guessFileKind, guessLookupKey } from './guess-file-kind.ts';
import { guessSignalKind } from './guess-signal-kind.ts';
import { askOnlyCandidates, guessTransactions, type PurchasesGuess } from './guess-transactions.ts';
import { withoutOtherNumbers, withoutWords } from './keep-sums.ts';
import { type ColumnContext, mapToAttribute, mapToField, whyField } from './map-column.ts';
import { namesRow } from './plan-rows.ts';
import { recognizeCrm } from './recognize-crm.ts';
import { settleCurrencies } from './settle-currencies.ts';
import { settleDateOrders } from './settle-date-orders.ts';
import type { ColumnMapping, Field, FileKind, FileMapping, TableName } from './types.ts';
import { plainText } from './values/index.ts';

/** Confidence that a file is a lookup when its key stands in a file imported before. */
const joinConfidence = 0.9;
/** Confidence in the kind of a file in the layout of a known system. */
const crmConfidence = 0.97;

/** Kinds that a file of purchases looks like. */
const mayBePurchases: readonly FileKind[] = ['accounts', 'customers', 'deals', 'lookup'];

/** What is known of a file before it is mapped. */
export interface MappingRequest {
  /** Name of the file. */
  readonly file: string;
  readonly columns: readonly ColumnProfile[];
  /** Fields of the workspace, and the columns that earlier files were read from. */
  readonly known: { readonly fields: readonly Field[]; readonly columns: readonly ColumnMapping[] };
  /** How this source was read last time; null when it is new. */
  readonly remembered: FileMapping | null;
  /** What the user says the file is; null leaves it to the guess. */
  readonly as: FileKind | null;
  /** The column that the user names as key of a lookup; null leaves it to the guess. */
  readonly key: string | null;
  readonly overrides: readonly ColumnOverride[];
}

/**
 * Guesses how a file is read: what its rows are, and where each column goes. A canonical field is taken only from a
 * confidence of .8 on; below it the column stays an attribute of one's own and asks. Decisions of the user and of
 * earlier imports win.
 */
export function guessMapping(request: MappingRequest): FileMapping {
  const { columns, remembered } = request;
  const guessedKey = request.key ?? guessLookupKey(columns);
  const kind = fileKind(request, guessedKey);
  const memory = remembered !== null && remembered.as === kind.as ? remembered : null;
  const decided = decideColumns(columns, kind.as, { overrides: request.overrides, remembered: memory });
  const lookupKey = kind.as === 'lookup' ? (request.key ?? memory?.lookupKey ?? guessedKey) : null;
  const joined = lookupKey === null ? null : joinedTable(lookupKey, request.known);
  const assignments = assign(columns, kind.as, decided);
  const taken = new Set([...decided.values()].map(({ field }) => field));
  const mapped: ColumnMapping[] = [];
  for (const [column, assignment] of assignments.entries()) {
    const mapping =
      decided.get(assignment.profile.header) ?? mapOne(assignment, { as: kind.as, joined, column, taken });
    taken.add(mapping.field);
    mapped.push(mapping);
  }
  const { purchases, ...stated } = kind;
  const settled = settle(mapped, kind.as, columns);
  const signal = kind.as === 'signals' ? eventOfRows(request, settled) : null;
  const asked = purchases === null ? settled : askPurchases(settled, purchases);
  return {
    ...stated,
    columns: asked,
    lookupKey,
    ...(signal === null ? {} : { signal }),
    ...(memory?.silent === undefined ? {} : { silent: memory.silent }),
  };
}

/** The event that the rows of a file of signals are; null where a column says so row by row. */
function eventOfRows({ file, columns, remembered }: MappingRequest, mapped: readonly ColumnMapping[]) {
  const said = mapped.some(
    ({ table, field, ignored }) => table === 'signals' && field === 'kind' && !ignored,
  );
  return said ? null : (remembered?.signal ?? guessSignalKind(file, columns));
}

function settle(
  mapped: readonly ColumnMapping[],
  as: FileKind,
  profiles: readonly ColumnProfile[],
): readonly ColumnMapping[] {
  const dated = settleDateOrders(mapped, profiles);
  if (as === 'transactions') return withoutWords(settleCurrencies(withoutOtherNumbers(dated), profiles));
  const settled = settleCurrencies(dated, profiles);
  return as === 'deals' ? describeUnnamed(settled) : settled;
}

/** Rows that may be purchases are never assumed to be: the column of their accounts asks. */
function askPurchases(
  columns: readonly ColumnMapping[],
  { account }: PurchasesGuess,
): readonly ColumnMapping[] {
  const asks = `Are the rows purchases, several of one \`${account}\`? Then import with \`--as transactions\`: they are summed per account.`;
  return columns.map((column) => (column.column === account ? { ...column, asks } : column));
}

/**
 * In a file of deals that names neither deal nor company each row is a company of its own: attributes of its deals that are known
 * before the result describe it.
 */
function describeUnnamed(columns: readonly ColumnMapping[]): readonly ColumnMapping[] {
  const used = columns.filter(({ ignored }) => !ignored);
  if (used.some(namesRow)) return columns;
  return columns.map((column) => {
    const guessed = column.custom && column.decidedBy === 'guessed';
    const attribute = guessed && column.table === 'deals' && !column.field.endsWith('_currency');
    return attribute && column.known !== 'after' ? { ...column, table: 'accounts' as const } : column;
  });
}

function fileKind(request: MappingRequest, key: string | null): KindGuess {
  const { file, columns, known, remembered, as } = request;
  const purchases = null;
  if (as !== null) return { as, confidence: 1, why: 'you said so', purchases };
  if (remembered !== null) {
    return { as: remembered.as, confidence: 1, why: 'as at the last import of this file', purchases };
  }
  const guess = guessFileKind(file, columns);
  const crm = recognizeCrm(columns, guess.as);
  if (crm !== null) return { as: guess.as, confidence: crmConfidence, why: crm, purchases };
  if (guess.as === 'lookup' && key !== null && joinedTable(key, known) !== null) {
    const why = `\`${key}\` names each row once and stands in an earlier file`;
    return { as: 'lookup', confidence: joinConfidence, why, purchases };
  }
  const bought = mayBePurchases.includes(guess.as) ? guessTransactions(file, columns) : null;
  if (bought === null || bought.confidence < enoughConfidence) return { ...guess, purchases: bought };
  const { account: _, ...sure } = bought;
  return { ...sure, purchases };
}

interface KindGuess extends Pick<FileMapping, 'as' | 'confidence' | 'why'> {
  /** What the rows may be beside; null when that is out of the question. */
  readonly purchases: PurchasesGuess | null;
}

function assign(
  columns: readonly ColumnProfile[],
  as: FileKind,
  decided: ReadonlyMap<string, ColumnMapping>,
): readonly Assignment[] {
  const nobody = (profile: ColumnProfile): Assignment => {
    return { profile, field: null, perhaps: null, confidence: 0, common: false, takenBy: null };
  };
  if (as === 'lookup') return columns.map(nobody);
  const open = columns.filter(({ header }) => !decided.has(header));
  const guesses = assignColumns(open, as, new Set([...decided.values()].map(placeOf)));
  const all = columns.map((profile) => guesses.find((guess) => guess.profile === profile) ?? nobody(profile));
  return as === 'transactions' ? askOnlyCandidates(all) : all;
}

function mapOne(assignment: Assignment, context: ColumnContext): ColumnMapping {
  const { field, profile, confidence } = assignment;
  if (field === null || profile.filled === 0) return mapToAttribute(assignment, context);
  return mapToField(field, profile, {
    confidence: Number(confidence.toFixed(2)),
    why: whyField(field, profile, confidence),
    decidedBy: 'guessed',
  });
}

/** The table whose rows name the key of a lookup: the one an earlier file read a column of that header into. */
function joinedTable(key: string, known: MappingRequest['known']): TableName | null {
  const name = plainText(key);
  const column = known.columns.find((each) => plainText(each.column) === name);
  const field = known.fields.find((each) => plainText(each.label) === name || plainText(each.name) === name);
  const table = column?.table ?? field?.table ?? null;
  return table !== null && canonicalField(table, 'account_id') !== null ? table : null;
}
