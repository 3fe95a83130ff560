import { named, parquet, type SqlRelation, select, subquery } from '../../base/sql/index.ts';
import {
  type ColumnMapping,
  entityKey,
  type FilePlan,
  keyOfRows,
  type SourceState,
  STAGED,
  type TableName,
} from '../../stages/dataset/index.ts';
import { findAlikeRows } from './alike-rows.ts';
import { buildReaders } from './build-readers.ts';
import { countRepeatedRows } from './count-repeated-rows.ts';
import { coverageQuestion } from './coverage-question.ts';
import { coversOf } from './covers-of.ts';
import { planFile, stagedColumn, withSetAside } from './file-plan.ts';
import { mailDomains } from './mail-domains.ts';
import { fieldsOfPart, type MappedFile } from './mapped-file.ts';
import type { Scratch } from './scratch.ts';
import { findMisfits, findRepeats, joinSetAside, type SetAside } from './set-aside-rows.ts';
import { severalAccounts } from './several-accounts.ts';
import { severalCurrencies } from './several-currencies.ts';
import { type SpooledQuarantine, spoolQuarantine } from './spool-quarantine.ts';
import { stagedRows } from './staged-rows.ts';
import type { ImportedFile, ImportRequest } from './types.ts';
import { findUnsummed } from './unsummed-rows.ts';
import { type WrittenParts, writeParts } from './write-parts.ts';

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
  const { staged } = file;
  const relation = stagedRows(staged, STAGED);
  const readers = await buildReaders(scratch, columnsOf(file, request));
  const misfits = await findMisfits(scratch, relation, readers);
  const keyed = await planFile(scratch, file, { readers, misfits, append: request.append });
  const byKey = keyOfRows(keyed) !== null;
  const repeats = byKey
    ? await findKeyRepeats(scratch, request, { plan: keyed, file })
    : await findAlikeRows(scratch, file, misfits);
  const unfit = await joinSetAside(scratch, misfits, repeats);
  const rest = withSetAside(keyed, unfit, staged);
  const unsummed = file.mapping.as === 'transactions' ? await findUnsummed(scratch, rest) : null;
  const setAside = await joinSetAside(scratch, unfit, unsummed);
  const quarantine = await spoolQuarantine(scratch, file, setAside);
  const plan = withSetAside(keyed, setAside, staged);
  const parts = await writeParts(scratch, request, { plan, file });
  const counted = byKey || file.repeats === 'drop';
  const duplicates = counted ? (repeats?.rows ?? 0) : await countRepeatedRows(scratch, staged);
  const notes = [
    ...(await severalAccounts(scratch, file)),
    ...(file.mapping.as === 'transactions' ? await severalCurrencies(scratch, parts) : []),
  ];
  return assemble(request, { file, quarantine, parts, duplicates, byKey, notes });
}

/** Ages are counted back from the day of the file, which without a date is that of its import. */
function withDayOfAges(mapping: ColumnMapping, { observedOn, at }: ImportRequest): ColumnMapping {
  const { format } = mapping;
  if (format.ages === undefined) return mapping;
  return { ...mapping, format: { ...format, ages: observedOn ?? at.slice(0, 10) } };
}

function columnsOf({ mapping, staged, slices, repetitive }: MappedFile, request: ImportRequest) {
  return [...mapping.columns, ...mailDomains(mapping)].map((each) => {
    const name = stagedColumn(staged, each.column);
    return {
      mapping: withDayOfAges(each, request),
      staged: name,
      from: parquet(slices.get(name) ?? staged.path),
      everyText: repetitive.has(each.column),
    };
  });
}

async function findKeyRepeats(
  scratch: Scratch,
  { append }: ImportRequest,
  { plan, file: { previous, mapping } }: { readonly plan: FilePlan; readonly file: MappedFile },
): Promise<SetAside | null> {
  const key = keyOfRows(plan);
  if (key === null) return null;
  const table = mapping.as as TableName;
  const old = append ? previous?.parts[table] : undefined;
  const of = entityKey(table, fieldsOfPart(previous, table));
  if (old === undefined || of === null) return findRepeats(scratch, plan, { key, before: null });
  const keys = select({ columns: [named(of, 'key')], from: parquet(scratch.store.filePath(old)) });
  return findRepeats(scratch, plan, { key, before: subquery(keys, 'before') });
}

interface Outcome {
  readonly file: MappedFile;
  readonly quarantine: SpooledQuarantine;
  readonly parts: WrittenParts;
  readonly duplicates: number;
  readonly byKey: boolean;
  /** What to say of the parts. */
  readonly notes: readonly string[];
}

function assemble(request: ImportRequest, outcome: Outcome): ImportedSource {
  const { file, quarantine, duplicates, byKey, notes } = outcome;
  const { staged, name, path, connector, mapping } = file;
  const read = staged.rows + staged.rejectedTotal;
  const rows = { in: read, kept: read - quarantine.total, quarantined: quarantine.total };
  const asked = mapping.columns.filter(({ asks }) => asks !== null);
  return {
    state: sourceState(request, outcome, rows),
    report: {
      name,
      path,
      connector: connector.name,
      how: staged.how,
      mapping,
      asks: [
        ...asked.map(({ column, asks, confidence }) => ({ column, asks, confidence })),
        ...coverageQuestion(request, file),
      ],
      rows,
      quarantine: { total: quarantine.total, first: quarantine.first },
      duplicates: {
        rows: duplicates,
        by: byKey ? 'key' : 'whole row',
        kept: !byKey && file.repeats !== 'drop',
      },
      warnings: [...staged.warnings, ...notes],
      found: outcome.parts.dated?.found ?? null,
    },
    quarantine: quarantine.from,
  };
}

function sourceState(
  request: ImportRequest,
  { file, parts, duplicates, byKey }: Outcome,
  rows: SourceState['rows'],
): SourceState {
  const { name, connector, mapping, previous } = file;
  const before = request.append ? previous : null;
  return {
    name,
    connector: connector.name,
    mapping,
    covers: coversOf(request, previous),
    absent: file.absent,
    repeats: byKey ? null : file.repeats,
    observedOn: request.observedOn,
    importedAt: request.at,
    rows: {
      in: rows.in + (before?.rows.in ?? 0),
      kept: rows.kept + (before?.rows.kept ?? 0),
      quarantined: rows.quarantined + (before?.rows.quarantined ?? 0),
    },
    ...parts,
    joins: [],
    trust: previous?.trust ?? {},
    ...(previous?.sharing === undefined ? {} : { sharing: previous.sharing }),
    disagreements: [],
    absence: null,
    duplicates: duplicates + (before?.duplicates ?? 0),
  };
}
