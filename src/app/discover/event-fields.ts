import { type Condition, shiftDate, type ToolMatch, type Truth } from '../../base/expr/index.ts';
import { groupByAccount, type Row } from '../../base/sql/index.ts';
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
  readonly unit: ComparedUnit;
  readonly on: string;
  readonly technologies: readonly Row[];
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
  return [...toolFields(events, rows), ...signalFields(events, rows)];
}

function gather(units: readonly ComparedUnit[], rows: EventRows, asOf: string): readonly Events[] {
  const technologies = groupByAccount(rows.technologies);
  const signals = groupByAccount(rows.signals);
  const coverage = groupByAccount(rows.coverage);
  const everywhere = (coverage.get('*') ?? []).map((row) => String(row.scope));
  return units.map((unit) => {
    const id = unit.accountId ?? '';
    const own = (coverage.get(id) ?? []).map((row) => String(row.scope));
    return {
      unit,
      on: unit.on ?? asOf,
      technologies: technologies.get(id) ?? [],
      signals: signals.get(id) ?? [],
      scopes: new Set([...own, ...everywhere]),
    };
  });
}

const eventAbout = { known: 'before', knownBy: 'guessed', searchable: true, perAccount: true } as const;

function toolFields(events: readonly Events[], rows: EventRows): readonly CandidateField[] {
  const categories = common(rows.technologies, (row) => row.category as string | null);
  const technologies = common(rows.technologies, (row) => row.technology as string | null);
  const categoryOf = new Map(
    rows.technologies.map((row) => [row.technology as string | null, row.category as string | null]),
  );
  return [
    ...categories.map((category) =>
      toolField(events, rows.technologies, { technology: null, category, firstSeenWithin: null }),
    ),
    ...technologies.map((technology) => {
      const category = categoryOf.get(technology) ?? null;
      return toolField(events, rows.technologies, { technology, category, firstSeenWithin: null });
    }),
  ];
}

/**
 * Lacking a whole category says something of a company; lacking one product of many does not. A product is compared
 * among the users of its category only, so that it never says again what its category says.
 */
function toolField(events: readonly Events[], rows: readonly Row[], tool: ToolMatch): CandidateField {
  const { technology, category } = tool;
  const matches = (row: Row) =>
    technology === null ? row.category === category : row.technology === technology;
  const scopes = [technology, category].flatMap((scope) => scope ?? []);
  const alike = (row: Row) => (category === null ? row.technology === technology : row.category === category);
  const since = recordedSince(rows.filter(alike).map((row) => row.first_seen as string | null));
  const looked = { scopes, since };
  const truths = events.map((event) => {
    const chooses = technology === null || category === null || usedThen(event, alike, looked) === true;
    return chooses ? usedThen(event, matches, looked) : null;
  });
  const field = codeTruths(truths, {
    ...eventAbout,
    id: `uses:${category ?? ''}:${technology ?? ''}`,
    label: `uses ${technology ?? `a ${category} tool`}`,
    layer: 'technographic',
    kind: 'tool',
    yes: { op: 'uses', tool },
    no: technology === null ? { op: 'lacks', tool } : null,
  });
  return technology === null || category === null ? field : { ...field, conditional: true };
}

function usedThen(
  { technologies, scopes, on }: Events,
  matches: (row: Row) => boolean,
  looked: { readonly scopes: readonly string[]; readonly since: string | null },
): Truth {
  const found = technologies.filter(matches);
  if (found.some((row) => row.first_seen === null || String(row.first_seen) <= on)) return true;
  if (looked.since !== null && on < looked.since) return null;
  return found.length > 0 || looked.scopes.some((scope) => scopes.has(scope)) ? false : null;
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
  { signals, scopes, on }: Events,
  {
    kind,
    about,
    recorded,
  }: { readonly kind: string; readonly about: string | null; readonly recorded: string | null },
): Truth {
  const since = shiftDate(on, signalWindow, -1);
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

/** Values that at least three accounts share, in alphabetical order. */
function common(rows: readonly Row[], textOf: (row: Row) => string | null): readonly string[] {
  const accounts = new Map<string, Set<string>>();
  for (const row of rows) {
    const value = textOf(row);
    if (value === null) continue;
    const seen = accounts.get(value) ?? new Set();
    accounts.set(value, seen.add(String(row.account_id)));
  }
  return [...accounts]
    .filter(([, ids]) => ids.size >= fewestUses)
    .map(([value]) => value)
    .sort();
}
