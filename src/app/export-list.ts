import {
  and,
  type Cell,
  column,
  eq,
  isIn,
  isNotNull,
  type Row,
  type SqlExpr,
  type SqlRelation,
  table,
  text,
} from '../base/sql/index.ts';
import { decodedList, dictionaryCodes, type ListDictionary, listDictionaries } from '../stages/list/index.ts';
import { type ExportResult, type ExportTarget, exportFile } from './export-file.ts';
import { currentScores } from './list-accounts.ts';
import type { ScoreRequest } from './score-accounts.ts';
import { workEvent } from './work-event.ts';
import type { Workspace } from './workspace.ts';

/** What to export of the ranked list. */
export interface ExportListRequest extends ScoreRequest, ExportTarget {
  readonly tiers?: readonly string[];
  readonly plays?: readonly string[];
  readonly owner?: string | null;
  /** Accounts that are disqualified or outside the market too, at the end. */
  readonly includeOut?: boolean;
}

/** Writes the ranked list with all its words into one file, streamed: scored anew when anything changed. */
export async function exportList(workspace: Workspace, request: ExportListRequest): Promise<ExportResult> {
  const { card, relation, chances } = await currentScores(workspace, request);
  const dictionaries: { of: ListDictionary; from: SqlRelation; name: string }[] = [];
  try {
    for (const of of listDictionaries(card, chances)) {
      const name = `words_${of.name}_${nextExport()}`;
      dictionaries.push({ of, from: table(name), name });
      const codes = await workspace.engine.rows(dictionaryCodes(of, relation));
      await workspace.engine.load(name, of.columns, decoded(of, codes));
    }
    const filters = filtersOf(request);
    const query = decodedList(relation, filters.length === 0 ? null : and(filters), dictionaries);
    request.onProgress(workEvent('writing-list'));
    return await exportFile(workspace, query, request);
  } finally {
    for (const { name } of dictionaries) await workspace.engine.drop(name);
  }
}

/** The words of one row at a time: those of all combinations need not stand beside each other. */
function* decoded({ decode }: ListDictionary, codes: readonly Row[]): Generator<readonly Cell[]> {
  for (const code of codes) yield decode(code);
}

let exports = 0;

/** Exports may overlap in one engine: each loads its words under names of its own. */
function nextExport(): number {
  exports += 1;
  return exports;
}

function filtersOf({ tiers = [], plays = [], owner = null, includeOut = false }: ExportListRequest) {
  const filters: readonly (SqlExpr | null)[] = [
    includeOut ? null : isNotNull(column('rank')),
    tiers.length === 0 ? null : isIn(column('tier'), tiers),
    plays.length === 0 ? null : isIn(column('play'), plays),
    owner === null ? null : eq(column('owner'), text(owner)),
  ];
  return filters.filter((filter) => filter !== null);
}
