import type { SqlRelation } from '../../base/sql/index.ts';
import type { SourceState } from '../../stages/dataset/index.ts';
import { coverageQuestion } from './coverage-question.ts';
import { coversOf } from './covers-of.ts';
import type { MappedTable } from './mapped-file.ts';
import type { SpooledQuarantine } from './spool-quarantine.ts';
import type { ImportedFile, ImportRequest } from './types.ts';
import type { WrittenParts } from './write-parts.ts';

/** One file as a source of the next commit. */
export interface ImportedSource {
  readonly state: SourceState;
  readonly report: ImportedFile;
  /** Its quarantine entries; null when all rows fit. */
  readonly quarantine: SqlRelation | null;
}

/** What became of the rows of a file. */
export interface SourceOutcome {
  readonly file: MappedTable;
  /** Lines of the file that were read, or set aside as no row. */
  readonly read: number;
  readonly quarantine: SpooledQuarantine;
  readonly parts: WrittenParts;
  readonly duplicates: number;
  readonly byKey: boolean;
  /** What to say of the parts. */
  readonly notes: readonly string[];
}

/** One file as a source of the next commit, with its report. */
export function assembleSource(request: ImportRequest, outcome: SourceOutcome): ImportedSource {
  const { file, read, quarantine, duplicates, byKey, notes } = outcome;
  const { table, name, path, connector, mapping } = file;
  const rows = { in: read, kept: read - quarantine.total, quarantined: quarantine.total };
  const asked = mapping.columns.filter(({ asks }) => asks !== null);
  return {
    state: sourceState(request, outcome, rows),
    report: {
      name,
      path,
      connector: connector.name,
      how: table.how,
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
      warnings: [...table.warnings, ...notes],
      found: outcome.parts.dated?.found ?? null,
    },
    quarantine: quarantine.from,
  };
}

function sourceState(
  request: ImportRequest,
  { file, parts, duplicates, byKey }: SourceOutcome,
  rows: SourceState['rows'],
): SourceState {
  const { name, connector, mapping, previous } = file;
  const before = request.append ? previous : null;
  const retried = request.retry?.lines.length ?? 0;
  const retriedBefore = before?.retried ?? 0;
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
      in: rows.in - retried + (before?.rows.in ?? 0),
      kept: rows.kept + (before?.rows.kept ?? 0),
      quarantined: rows.quarantined - retried + (before?.rows.quarantined ?? 0),
    },
    ...(retried + retriedBefore === 0 ? {} : { retried: retried + retriedBefore }),
    ...parts,
    joins: [],
    trust: previous?.trust ?? {},
    ...syncedOf(request, name, before),
    ...(previous?.sharing === undefined ? {} : { sharing: previous.sharing }),
    disagreements: [],
    absence: null,
    duplicates: duplicates + (before?.duplicates ?? 0),
  };
}

/** Rows that are added to what a sync read, or corrected, leave the source one of a sync. */
function syncedOf({ synced }: ImportRequest, name: string, before: SourceState | null) {
  const origin = synced?.[name]?.origin ?? before?.synced;
  return origin === undefined ? {} : { synced: origin };
}
