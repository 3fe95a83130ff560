import { type Assignment, assignColumns } from './assign-columns.ts';
import { canonicalField } from './canonical-tables.ts';
import type { ColumnProfile } from './column-profile.ts';
import type { FileGuess } from './guess-file-kind.ts';
import { plainText } from './values/index.ts';

/** Words of a file's name, in six languages, that say its rows are purchases. */
const nameWords =
  /^(?:transactions?|orders?|items|orderitems|invoices?|purchases|sales|receipts|payments|lines|pedidos|ventas|facturas|compras|transacciones|ordini|vendite|fatture|acquisti|transazioni|encomendas|vendas|faturas|transacoes|commandes|ventes|factures|achats|bestellungen|verkaufe|rechnungen|auftrage|umsatze|transaktionen|positionen)$/;
const dealWords = /^(?:deals?|opportunit(?:y|ies)|opps|pipeline|leads?)$/;

const sure = 0.9;
/** The date of the purchases is asked about. */
const nearlySure = 0.85;
const unsure = 0.75;
const rowsPerAccount = 1.5;
const onlyOne = 0.6;

/** A guess that the rows of a file are purchases, several of one account. */
export interface PurchasesGuess extends FileGuess {
  /** Header of the column that names the account. */
  readonly account: string;
}

/**
 * Guesses whether rows are purchases: several per account, each with a sum and a date, and no word of a sale that is
 * still to be won. Only an order, a quantity or the file's name makes it sure; without them it is asked. Null when it
 * is out of the question.
 */
export function guessTransactions(file: string, profiles: readonly ColumnProfile[]): PurchasesGuess | null {
  const words = plainText(file.replace(/\.[a-z0-9]+$/i, '')).split(' ');
  if (words.some((word) => dealWords.test(word)) || isPipeline(profiles)) return null;
  const found = assignColumns(profiles, 'transactions', new Set()).filter(({ field }) => field !== null);
  const of = (...names: readonly string[]) =>
    found.find(({ field }) => names.includes(field?.name ?? ''))?.profile ?? null;
  const [account, sum, date] = [
    of('account_id', 'domain', 'name'),
    of('amount', 'unit_price'),
    of('bought_on') ?? onlyDate(profiles),
  ];
  if (account === null || sum === null || date === null) return null;
  if (account.filled < account.distinct * rowsPerAccount) return null;
  const told = of('order_id') ?? of('quantity');
  const named = words.some((word) => nameWords.test(word));
  const headers = [told, sum, date].flatMap((each) => (each === null ? [] : [`\`${each.header}\``]));
  return {
    as: 'transactions',
    confidence: told === null && !named ? unsure : of('bought_on') === null ? nearlySure : sure,
    why: `it has ${headers.join(', ')}, and several rows per \`${account.header}\``,
    account: account.header,
  };
}

/** The only column of dates, whatever its header says. */
function onlyDate(profiles: readonly ColumnProfile[]): ColumnProfile | null {
  const [only, ...others] = profiles.filter(({ kind }) => kind === 'date');
  return others.length === 0 ? (only ?? null) : null;
}

function isPipeline(profiles: readonly ColumnProfile[]): boolean {
  const telling = ['deal_id', 'stage', 'won_on', 'lost_on', 'loss_reason'];
  return assignColumns(profiles, 'deals', new Set()).some(({ field, profile, common, confidence }) => {
    if (field?.table !== 'deals') return false;
    if (field.name === 'outcome') return profile.outcomes.won > 0 && profile.outcomes.lost > 0;
    return telling.includes(field.name) && !common && confidence >= sure;
  });
}

/** Where no header says which column dates the purchases, or what they are worth, the only one that could is asked about. */
export function askOnlyCandidates(assignments: readonly Assignment[]): readonly Assignment[] {
  const quiet = withoutRivals(assignments);
  return askOnly(askOnly(quiet, 'bought_on', ['date']), 'amount', ['money', 'number']);
}

/** A price is not asked to be the amount where the amount is there, nor the other way round. */
function withoutRivals(assignments: readonly Assignment[]): readonly Assignment[] {
  const worth = ['amount', 'unit_price'];
  if (!assignments.some(({ field }) => worth.includes(field?.name ?? ''))) return assignments;
  return assignments.map((each) =>
    worth.includes(each.perhaps?.name ?? '') ? { ...each, perhaps: null, confidence: 0 } : each,
  );
}

function askOnly(
  assignments: readonly Assignment[],
  name: 'bought_on' | 'amount',
  kinds: readonly string[],
): readonly Assignment[] {
  const names = name === 'amount' ? ['amount', 'unit_price'] : [name];
  const known = assignments.some(({ field, perhaps }) => names.includes((field ?? perhaps)?.name ?? ''));
  const open = assignments.filter(({ field, profile }) => field === null && kinds.includes(profile.kind));
  const [only] = open;
  if (known || only === undefined || open.length > 1) return assignments;
  const perhaps = canonicalField('transactions', name);
  return assignments.map((each) => (each === only ? { ...each, perhaps, confidence: onlyOne } : each));
}
