import { basename } from 'node:path';
import { BestfitError } from '../base/errors/index.ts';
import type { Commit } from '../edges/store/index.ts';
import { type Rate, readRates, type Snapshot, type SourceState } from '../stages/dataset/index.ts';
import { describeFields, mergeSources, Scratch, snapshotOf, withReports } from './import/index.ts';
import { readRateRows, writeRates } from './rates/index.ts';
import { type FieldConversion, readConversion } from './read-conversion.ts';
import { tablesOf } from './tables.ts';
import type { Workspace } from './workspace.ts';

/** The name of the source that the rates are: no file has it. */
const RATES = 'exchange rates';
const SHOWN = 3;

/** A table of rates to convert sums by, or none any more. */
export interface RatesRequest {
  /** The file; null takes the rates away. */
  readonly path: string | null;
  /** The currency that sums are converted into; null when there are no rates any more. */
  readonly base: string | null;
  /** The rates say how much of a currency one unit of the base buys. */
  readonly perBase: boolean;
  /** The moment of the change, ISO 8601. */
  readonly at: string;
}

/** The newest rate of one currency, and how far its rates go. */
export interface CurrencyRates {
  readonly currency: string;
  readonly rates: number;
  readonly first: string;
  readonly last: string;
  /** What one unit is worth in the base on the last day. */
  readonly rate: number;
}

/** What a table of rates changed. */
export interface RatesResult {
  readonly kind: 'rates';
  readonly base: string | null;
  readonly currencies: readonly CurrencyRates[];
  readonly fields: readonly FieldConversion[];
  /** What only importing a file again brings under the rates. */
  readonly notes: readonly string[];
  readonly snapshot: string;
  /** Null when everything was so already. */
  readonly commit: number | null;
}

/**
 * Converts all sums by a dated table of rates, as a commit that `undo` takes back: each by the newest rate not after
 * the day of its row. What the files said stays with their sources: other rates, or none, start from there.
 *
 * @example
 * await setRates(workspace, { path: 'rates.csv', base: 'EUR', perBase: false, at });
 */
export async function setRates(workspace: Workspace, request: RatesRequest): Promise<RatesResult> {
  const scratch = new Scratch(workspace);
  try {
    const head = await workspace.store.head();
    const given = await givenRates(scratch, request);
    const others = head?.sources.filter(({ rates }) => rates === undefined) ?? [];
    const sources = given === null ? others : [...others, given.source];
    const commit = await commitRates(scratch, request, { head, sources });
    const snapshot = (commit ?? head)?.snapshot ?? null;
    return {
      kind: 'rates',
      base: request.base,
      currencies: currenciesOf(given?.rates ?? []),
      fields: snapshot === null ? [] : await conversionsOf(workspace, snapshot),
      notes: commit === null ? [] : summedNotes(sources, request.base),
      snapshot: snapshot?.id ?? '',
      commit: commit?.id ?? null,
    };
  } finally {
    await scratch.dispose();
  }
}

interface GivenRates {
  readonly source: SourceState;
  readonly rates: readonly Rate[];
}

async function givenRates(
  scratch: Scratch,
  { path, base, perBase, at }: RatesRequest,
): Promise<GivenRates | null> {
  if (path === null || base === null) return null;
  if (!Intl.supportedValuesOf('currency').includes(base)) {
    const expected = 'the code of a currency, such as EUR';
    throw new BestfitError('usage.bad-option', { option: '--base', value: base, expected });
  }
  const { rows, connector } = await readRateRows(scratch, path);
  const read = readRates(rows, { base, perBase });
  if (read.kind === 'faults') {
    const first = read.faults.slice(0, SHOWN);
    throw new BestfitError('input.rates-unreadable', {
      file: path,
      rows: rows.length,
      broken: read.faults.length,
      first,
    });
  }
  const table = await writeRates(scratch, read.rates);
  const source = ratesSource({ connector, rows: rows.length, at });
  return { source: { ...source, rates: { base, table } }, rates: read.rates };
}

function ratesSource({
  connector,
  rows,
  at,
}: {
  readonly connector: string;
  readonly rows: number;
  readonly at: string;
}): SourceState {
  return {
    name: RATES,
    connector,
    mapping: { as: 'lookup', confidence: 1, why: 'you said so', columns: [], lookupKey: null },
    covers: 'listed',
    observedOn: null,
    importedAt: at,
    rows: { in: rows, kept: rows, quarantined: 0 },
    parts: {},
    fields: [],
    lookup: null,
    joins: [],
    trust: {},
    disagreements: [],
    duplicates: 0,
  };
}

async function commitRates(
  scratch: Scratch,
  { path, base, at }: RatesRequest,
  { head, sources }: { readonly head: Commit | null; readonly sources: readonly SourceState[] },
): Promise<Commit | null> {
  const before = head?.snapshot ?? null;
  const merged = await mergeSources(scratch, sources);
  const fields = await describeFields(scratch, merged, { on: at.slice(0, 10), before });
  const snapshot = snapshotOf(merged.tables, fields);
  const rates = (all: readonly SourceState[]) => JSON.stringify(all.map((each) => each.rates ?? null));
  if (snapshot.id === before?.id && rates(sources) === rates(head?.sources ?? [])) return null;
  return scratch.store.commit({
    parent: head?.id ?? null,
    what: path === null ? 'rates off' : `rates ${basename(path)} in ${base}`,
    at,
    snapshot,
    sources: withReports(sources, merged),
    quarantine: head?.quarantine ?? null,
  });
}

function currenciesOf(rates: readonly Rate[]): readonly CurrencyRates[] {
  return [...new Set(rates.map(({ currency }) => currency))].map((currency) => {
    const own = rates.filter((each) => each.currency === currency);
    const [first, last] = [own[0], own.at(-1)] as [Rate, Rate];
    return { currency, rates: own.length, first: first.day, last: last.day, rate: last.rate };
  });
}

async function conversionsOf(workspace: Workspace, snapshot: Snapshot): Promise<readonly FieldConversion[]> {
  const tables = tablesOf(workspace, snapshot);
  const found = await Promise.all(
    snapshot.fields.map((field) => readConversion(workspace, { tables }, field)),
  );
  return found.filter((each) => each !== null);
}

/** Purchases are converted one by one as they are summed, and their lines are not kept. */
function summedNotes(sources: readonly SourceState[], base: string | null): readonly string[] {
  const summed = sources.filter(({ mapping, fields }) => {
    const value = fields.find(({ name }) => name === 'purchase_value');
    if (mapping.as !== 'transactions' || value === undefined) return false;
    const other = value.mixedCurrency || (value.unit !== null && value.unit !== base);
    return base === null ? value.converted !== undefined : other || value.converted !== undefined;
  });
  const how = base === null ? 'as they were given' : 'by the rate of the day of each';
  return summed.map(
    ({ name }) =>
      `Purchases are converted before they are summed: import \`${name}\` again to sum them ${how}.`,
  );
}
