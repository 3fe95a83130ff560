import { BestfitError } from '../../base/errors/index.ts';
import {
  antiJoin,
  type Cell,
  column,
  eq,
  named,
  parquet,
  type SqlQuery,
  type SqlRelation,
  select,
  semiJoin,
  subquery,
  union,
} from '../../base/sql/index.ts';
import type { FileConnector, StagedFile } from '../../edges/connectors/index.ts';
import {
  accountsQuery,
  type FileMapping,
  type FilePlan,
  keyOfRows,
  keysOfPart,
  mergeFields,
  namesToNormalize,
  type PartField,
  type PartPlan,
  planLookup,
  planParts,
  rowIsAccount,
  type SourceState,
  STAGED,
  type TableName,
  type TableRef,
  tableQuery,
} from '../../stages/dataset/index.ts';
import { buildReaders } from './build-readers.ts';
import { countRepeatedRows } from './count-repeated-rows.ts';
import { derivedParts } from './derived-parts.ts';
import { normalizedNames } from './match-accounts.ts';
import { entryCells, QUARANTINE, type QuarantineEntry, quarantineEntries } from './quarantine.ts';
import type { Scratch } from './scratch.ts';
import { findMisfits, findRepeats, type SetAside } from './set-aside-rows.ts';
import type { ImportedFile, ImportRequest, QuarantinedRow } from './types.ts';

const SHOWN = 20;
const FIRST_REASONS = 3;

/** A file that was read and mapped. */
export interface MappedFile {
  readonly name: string;
  readonly path: string;
  readonly connector: FileConnector;
  readonly staged: StagedFile;
  readonly mapping: FileMapping;
  /** The source as the current commit has it; null for a new one. */
  readonly previous: SourceState | null;
  /** Sources that stand before this one. */
  readonly before: readonly SourceState[];
}

/** One file as a source of the next commit. */
export interface ImportedSource {
  readonly state: SourceState;
  readonly report: ImportedFile;
  /** Its quarantine entries; null when all rows fit. */
  readonly quarantine: SqlRelation | null;
}

/** Parses one mapped file, sets aside what does not fit and writes its parts. */
export async function importSource(
  scratch: Scratch,
  request: ImportRequest,
  file: MappedFile,
): Promise<ImportedSource> {
  const { staged, mapping } = file;
  const relation = parquet(staged.path, STAGED);
  const columns = mapping.columns.map((each) => ({
    mapping: each,
    staged: stagedColumn(staged, each.column),
  }));
  const readers = await buildReaders(scratch, relation, columns);
  const misfits = await findMisfits(scratch, relation, readers);
  const first = await withNames(
    scratch,
    planOf(file, { relation, readers, setAside: misfits, append: request.append }),
  );
  const repeats = await repeatsOf(scratch, request, { plan: first, file });
  const setAside = await joinSetAside(scratch, misfits, repeats);
  const plan = { ...first, setAside: setAside?.from ?? null };
  const quarantine = await spoolQuarantine(scratch, file, setAside);
  const parts = await writeParts(scratch, request, { plan, file });
  const byKey = keyOfRows(plan) !== null;
  const duplicates = byKey ? (repeats?.rows ?? 0) : await countRepeatedRows(scratch, staged);
  return assemble(request, { file, quarantine, parts, duplicates, byKey });
}

function stagedColumn(staged: StagedFile, header: string): string {
  return staged.columns[staged.headers.indexOf(header)] ?? '';
}

function planOf(
  { name, staged, mapping, before, previous }: MappedFile,
  {
    relation,
    readers,
    setAside,
    append,
  }: {
    readonly relation: SqlRelation;
    readonly readers: FilePlan['readers'];
    readonly setAside: SetAside | null;
    readonly append: boolean;
  },
): FilePlan {
  const key = mapping.as === 'lookup' ? mapping.lookupKey : null;
  return {
    source: name,
    as: mapping.as,
    staged: relation,
    readers,
    setAside: setAside?.from ?? null,
    nameKeys: null,
    lookup: key === null ? null : { header: key, staged: stagedColumn(staged, key) },
    idPrefix: idPrefix(name, mapping, before),
    rowOffset: append ? (previous?.rows.in ?? 0) : 0,
  };
}

/** The first source of a table numbers its rows plainly; later ones put their name in front. */
function idPrefix(name: string, mapping: FileMapping, before: readonly SourceState[]): string {
  const table = rowIsAccount(mapping) ? 'accounts' : mapping.as;
  const taken = before.some((source) => table in source.parts);
  return taken ? `${name.replace(/\.[^.]*$/, '')}-row-` : 'row-';
}

async function withNames(scratch: Scratch, plan: FilePlan): Promise<FilePlan> {
  const names = plan.as === 'lookup' ? null : namesToNormalize(plan);
  if (names === null) return plan;
  return { ...plan, nameKeys: subquery(await normalizedNames(scratch, [names]), 'names') };
}

async function repeatsOf(
  scratch: Scratch,
  { append }: ImportRequest,
  { plan, file: { previous, mapping } }: { readonly plan: FilePlan; readonly file: MappedFile },
): Promise<SetAside | null> {
  const key = keyOfRows(plan);
  if (key === null) return null;
  const table = mapping.as as TableName;
  const old = append ? previous?.parts[table] : undefined;
  const before =
    old === undefined
      ? null
      : keysOfPart(table, parquet(scratch.store.filePath(old)), fieldsOf(previous, table));
  return findRepeats(scratch, plan, { key, before: before === null ? null : subquery(before, 'before') });
}

function fieldsOf(source: SourceState | null, table: TableName): readonly PartField[] {
  return source?.fields.filter((field) => field.table === table) ?? [];
}

async function joinSetAside(
  scratch: Scratch,
  misfits: SetAside | null,
  repeats: SetAside | null,
): Promise<SetAside | null> {
  if (misfits === null || repeats === null) return misfits ?? repeats;
  const names = ['__row', 'place', 'column_name', 'value', 'reason', 'first_row'].map((name) => column(name));
  const both = union([misfits, repeats].map(({ from }) => select({ columns: names, from })));
  return { from: await scratch.keep(both), rows: misfits.rows + repeats.rows };
}

interface SpooledQuarantine {
  readonly from: SqlRelation | null;
  readonly total: number;
  readonly first: readonly QuarantinedRow[];
}

async function spoolQuarantine(
  scratch: Scratch,
  file: MappedFile,
  setAside: SetAside | null,
): Promise<SpooledQuarantine> {
  const { staged, name, path } = file;
  const total = staged.rejectedTotal + (setAside?.rows ?? 0);
  if (total === 0) return { from: null, total, first: [] };
  const first: QuarantinedRow[] = [];
  const entries = quarantineEntries(scratch, staged, setAside?.from ?? null);
  const { from } = await scratch.spool(QUARANTINE, cellsOf(name, entries, first));
  const rows = staged.rows + staged.rejectedTotal;
  const shown = first.toSorted((one, two) => one.line - two.line);
  if (total * 2 > rows) {
    throw new BestfitError('input.mostly-broken', {
      file: path,
      rows,
      broken: total,
      first: shown.slice(0, FIRST_REASONS),
    });
  }
  return { from, total, first: shown.slice(0, SHOWN) };
}

async function* cellsOf(
  name: string,
  entries: AsyncIterable<QuarantineEntry>,
  first: QuarantinedRow[],
): AsyncIterable<readonly (readonly Cell[])[]> {
  for await (const entry of entries) {
    const { row: _, ...shown } = entry;
    if (first.length < SHOWN * 2) first.push(shown);
    yield [entryCells(name, entry)];
  }
}

interface WrittenParts {
  readonly parts: Readonly<Partial<Record<TableName, TableRef>>>;
  readonly lookup: TableRef | null;
  readonly fields: readonly PartField[];
}

async function writeParts(
  scratch: Scratch,
  request: ImportRequest,
  { plan, file }: { readonly plan: FilePlan; readonly file: MappedFile },
): Promise<WrittenParts> {
  if (plan.as === 'lookup') {
    const { query, fields } = planLookup(plan);
    return { parts: {}, lookup: await scratch.write(query), fields };
  }
  const parts: Partial<Record<TableName, TableRef>> = {};
  const fields: PartField[] = [];
  const own = planParts(plan, request.observedOn);
  const written = new Map<TableName, TableRef>();
  for (const part of own) {
    const whole = request.append ? appended(scratch, part, file.previous) : part;
    written.set(part.table, await scratch.write(whole.query));
    fields.push(...whole.fields);
  }
  const derived = await derivedParts(scratch, request, {
    name: file.name,
    previous: file.previous,
    written,
    fields,
  });
  for (const [table, ref] of [...written, ...derived.parts])
    if (ref.rows > 0 || table === plan.as) parts[table] = ref;
  const kept = [...fields.filter(({ table }) => !derived.parts.has(table)), ...derived.fields];
  return { parts, lookup: null, fields: kept.filter(({ table }) => table in parts) };
}

/** The rows that the source already gave, then the new ones; an account that was there before stays one. */
function appended(scratch: Scratch, part: PartPlan, previous: SourceState | null): PartPlan {
  const ref = previous?.parts[part.table];
  if (ref === undefined) return part;
  const old = {
    source: 'old',
    from: parquet(scratch.store.filePath(ref)),
    fields: fieldsOf(previous, part.table),
  };
  const now = { source: 'new', from: subquery(part.query, 'now'), fields: part.fields };
  const merged = mergeFields([now, old]);
  const fields = merged.map(({ field }) => field);
  if (part.table !== 'accounts') {
    return {
      ...part,
      fields,
      query: tableQuery(
        [old, now].map((each) => ({ ...each, match: null, lookups: [] })),
        merged,
      ),
    };
  }
  return {
    ...part,
    fields,
    query: accountsQuery(
      [
        { ...old, lookups: [], fresh: old.from, same: null, precedence: 1 },
        { ...now, lookups: [], ...againstOld(now.from, old.from), precedence: 0 },
      ],
      merged,
    ),
  };
}

function againstOld(
  now: SqlRelation,
  old: SqlRelation,
): { readonly fresh: SqlRelation; readonly same: SqlRelation } {
  const id = column('account_id');
  const known = subquery(select({ columns: [named(id, 'known_id')], from: old }), 'known');
  const same = eq(column('account_id', 'now'), column('known_id', 'known'));
  const both: SqlQuery = select({
    columns: [named(column('account_id', 'now'), 'own'), column('account_id', 'now')],
    from: semiJoin(now, known, same),
  });
  return { fresh: antiJoin(now, known, same), same: subquery(both, 'same') };
}

interface Outcome {
  readonly file: MappedFile;
  readonly quarantine: SpooledQuarantine;
  readonly parts: WrittenParts;
  readonly duplicates: number;
  readonly byKey: boolean;
}

function assemble(
  request: ImportRequest,
  { file, quarantine, parts, duplicates, byKey }: Outcome,
): ImportedSource {
  const { staged, name, path, connector, mapping, previous } = file;
  const read = staged.rows + staged.rejectedTotal;
  const rows = { in: read, kept: read - quarantine.total, quarantined: quarantine.total };
  const base = request.append && previous !== null ? previous.rows : { in: 0, kept: 0, quarantined: 0 };
  return {
    state: {
      name,
      connector: connector.name,
      mapping,
      covers: request.covers,
      observedOn: request.observedOn,
      importedAt: request.at,
      rows: {
        in: base.in + rows.in,
        kept: base.kept + rows.kept,
        quarantined: base.quarantined + rows.quarantined,
      },
      ...parts,
      joins: [],
      duplicates: duplicates + (request.append ? (previous?.duplicates ?? 0) : 0),
    },
    report: {
      name,
      path,
      connector: connector.name,
      how: staged.how,
      mapping,
      asks: mapping.columns
        .filter(({ asks }) => asks !== null)
        .map(({ column: header, asks, confidence }) => ({ column: header, asks, confidence })),
      rows,
      quarantine: { total: quarantine.total, first: quarantine.first },
      duplicates: { rows: duplicates, by: byKey ? 'key' : 'whole row' },
      warnings: staged.warnings,
    },
    quarantine: quarantine.from,
  };
}
