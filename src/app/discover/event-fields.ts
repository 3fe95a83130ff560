import { type Condition, shiftDate, type ToolMatch, type Truth } from '../../base/expr/index.ts';
import { type Cell, groupBy, groupByAccount, type Row } from '../../base/sql/index.ts';
import { type CandidateField, codeTruths } from '../../stages/discovery/index.ts';
import { recordedSince } from './recorded-since.ts';
import type { ComparedUnit } from './types.ts';

/** Rows of the tables that say what happened at an account. */
export interface EventRows {
  readonly technologies: readonly Row[];
  readonly signals: readonly Row[];
  readonly coverage: readonly Row[];
}

/** Accounts that must show a tool or a signal before it is worth a field. */
const fewestUses = 3;

/** How far back from the decision a signal counts: the guides' half year. */
const signalWindow = { count: 6, unit: 'months' } as const;

interface Events {
  readonly on: string;
  /** First day on which a signal counts. */
  readonly since: string;
  readonly signals: readonly Row[];
  readonly scopes: ReadonlySet<string>;
}

/**
 * Tools used and signals seen as yes/no fields, read as of each unit's own day: a tool adopted after the sale, or a
 * signal seen after it, says nothing of who buys. What is not listed is no only where and when it was looked for: of a
 * customer won before the record of a kind of event begins, not being in it says nothing.
 */
export function eventFields(
  units: readonly ComparedUnit[],
  rows: EventRows,
  asOf: string,
): readonly CandidateField[] {
  const events = gather(units, rows, asOf);
  const unitsOf = groupBy(units.keys(), (unit) => units[unit]?.accountId ?? '');
  return [...toolFields(events, rows.technologies, unitsOf), ...signalFields(events, rows)];
}

function gather(units: readonly ComparedUnit[], rows: EventRows, asOf: string): readonly Events[] {
  const signals = groupByAccount(rows.signals);
  const coverage = groupByAccount(rows.coverage);
  const everywhere = (coverage.get('*') ?? []).map((row) => String(row.scope));
  return units.map((unit) => {
    const id = unit.accountId ?? '';
    const own = (coverage.get(id) ?? []).map((row) => String(row.scope));
    const on = unit.on ?? asOf;
    return {
      on,
      since: shiftDate(on, signalWindow, -1),
      signals: signals.get(id) ?? [],
      scopes: new Set([...own, ...everywhere]),
    };
  });
}

const eventAbout = { known: 'before', knownBy: 'guessed', searchable: true, perAccount: true } as const;

/** Rows of one tool or category by the place of the unit whose account they are of, and the first day of the record. */
interface ToolRecord {
  readonly byUnit: ReadonlyMap<number, readonly Row[]>;
  readonly since: string | null;
}

const nothing: ToolRecord = { byUnit: new Map(), since: null };

function toolFields(
  events: readonly Events[],
  rows: readonly Row[],
  unitsOf: ReadonlyMap<string, readonly number[]>,
): readonly CandidateField[] {
  const technologyOf = (row: Row) => textOf(row.technology);
  const categoryOf = (row: Row) => textOf(row.category);
  const category = new Map(rows.map((row) => [technologyOf(row), categoryOf(row)]));
  const ofCategory = recordsBy(rows, categoryOf, unitsOf);
  const ofTechnology = recordsBy(rows, technologyOf, unitsOf);
  return [
    ...common(rows, categoryOf).map((name) => categoryField(events, name, ofCategory.get(name) ?? nothing)),
    ...common(rows, technologyOf).map((technology) => {
      const own = ofTechnology.get(technology) ?? nothing;
      const chosen = category.get(technology) ?? null;
      if (chosen === null) return productField(events, technology, own);
      const among = ofCategory.get(chosen) ?? nothing;
      return choiceField(events, { technology, category: chosen }, { own, among });
    }),
  ];
}

function recordsBy(
  rows: readonly Row[],
  keyOf: (row: Row) => string | null,
  unitsOf: ReadonlyMap<string, readonly number[]>,
): ReadonlyMap<string, ToolRecord> {
  const groups = groupBy(rows, (row) => keyOf(row) ?? '');
  return new Map([...groups].map(([key, own]) => [key, recordOf(own, unitsOf)]));
}

function recordOf(rows: readonly Row[], unitsOf: ReadonlyMap<string, readonly number[]>): ToolRecord {
  const byUnit = new Map<number, Row[]>();
  for (const row of rows)
    for (const unit of unitsOf.get(String(row.account_id)) ?? []) {
      const own = byUnit.get(unit);
      if (own === undefined) byUnit.set(unit, [row]);
      else own.push(row);
    }
  return { byUnit, since: recordedSince(rows.map((row) => textOf(row.first_seen))) };
}

/** Lacking a whole category says something of a company; lacking one product of many does not. */
function categoryField(events: readonly Events[], category: string, record: ToolRecord): CandidateField {
  const tool: ToolMatch = { technology: null, category, firstSeenWithin: null };
  const truths = events.map((event, unit) =>
    usedThen(event, record.byUnit.get(unit), { scopes: [category], since: record.since }),
  );
  return codeTruths(truths, {
    ...toolAbout(tool, `a ${category} tool`),
    no: { op: 'lacks', tool },
  });
}

/** A product of no category. */
function productField(events: readonly Events[], technology: string, record: ToolRecord): CandidateField {
  const tool: ToolMatch = { technology, category: null, firstSeenWithin: null };
  const looked = { scopes: [technology], since: record.since };
  const truths = events.map((event, unit) => usedThen(event, record.byUnit.get(unit), looked));
  return codeTruths(truths, { ...toolAbout(tool, technology), no: null });
}

/** A product is compared among the users of its category only, so that it never says again what its category says. */
function choiceField(
  events: readonly Events[],
  { technology, category }: { readonly technology: string; readonly category: string },
  { own, among }: { readonly own: ToolRecord; readonly among: ToolRecord },
): CandidateField {
  const tool: ToolMatch = { technology, category, firstSeenWithin: null };
  const looked = { scopes: [technology, category], since: among.since };
  const truths = events.map((): Truth => null);
  for (const [unit, rows] of among.byUnit) {
    const event = events[unit]!;
    if (usedThen(event, rows, looked) === true) truths[unit] = usedThen(event, own.byUnit.get(unit), looked);
  }
  return { ...codeTruths(truths, { ...toolAbout(tool, technology), no: null }), conditional: true };
}

function toolAbout(tool: ToolMatch, words: string) {
  return {
    ...eventAbout,
    id: `uses:${tool.category ?? ''}:${tool.technology ?? ''}`,
    label: `uses ${words}`,
    layer: 'technographic',
    kind: 'tool',
    yes: { op: 'uses', tool },
  } as const;
}

function usedThen(
  { scopes, on }: Events,
  found: readonly Row[] | undefined,
  looked: { readonly scopes: readonly string[]; readonly since: string | null },
): Truth {
  if (found?.some(({ first_seen: seen }) => seen === null || String(seen) <= on)) return true;
  if (looked.since !== null && on < looked.since) return null;
  return found !== undefined || looked.scopes.some((scope) => scopes.has(scope)) ? false : null;
}

function signalFields(events: readonly Events[], rows: EventRows): readonly CandidateField[] {
  const pairs = common(rows.signals, (row) => JSON.stringify([row.kind, row.about]));
  const starts = new Map(
    [...new Set(rows.signals.map((row) => row.kind))].map((kind) => [
      kind,
      recordedSince(rows.signals.filter((row) => row.kind === kind).map((row) => String(row.observed_on))),
    ]),
  );
  return pairs.map((pair) => {
    const [kind, about] = JSON.parse(pair) as [string, string | null];
    const truths = events.map((event) =>
      seenThen(event, { kind, about, recorded: starts.get(kind) ?? null }),
    );
    const condition: Condition = {
      op: 'signal',
      signal: { kind, about, within: signalWindow, minStrength: null },
    };
    return codeTruths(truths, {
      ...eventAbout,
      id: `signal:${kind}:${about ?? ''}`,
      label: [kind.replaceAll('_', ' '), about ?? ''].join(' ').trim(),
      layer: 'behavioural',
      kind: 'signal',
      yes: condition,
      no: null,
    });
  });
}

function seenThen(
  { signals, scopes, on, since }: Events,
  {
    kind,
    about,
    recorded,
  }: { readonly kind: string; readonly about: string | null; readonly recorded: string | null },
): Truth {
  const seen = signals.some(
    (row) =>
      row.kind === kind &&
      (about === null || row.about === about) &&
      String(row.observed_on) >= since &&
      String(row.observed_on) <= on,
  );
  if (seen) return true;
  return scopes.has(kind) && recorded !== null && recorded <= since ? false : null;
}

function textOf(cell: Cell | undefined): string | null {
  return (cell ?? null) as string | null;
}

/** Values that at least three accounts share, in alphabetical order. */
function common(rows: readonly Row[], keyOf: (row: Row) => string | null): readonly string[] {
  const accounts = new Map<string, Set<string>>();
  for (const row of rows) {
    const value = keyOf(row);
    if (value === null) continue;
    const seen = accounts.get(value) ?? new Set();
    accounts.set(value, seen.add(String(row.account_id)));
  }
  return [...accounts]
    .filter(([, ids]) => ids.size >= fewestUses)
    .map(([value]) => value)
    .sort();
}
