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
  type SqlSelect,
  table,
  text,
} from '../base/sql/index.ts';
import { decodedList, dictionaryCodes, type ListDictionary, listDictionaries } from '../stages/list/index.ts';
import { type AccountFilters, filterExpr } from './account-filters.ts';
import { type ExportResult, type ExportTarget, exportFile } from './export-file.ts';
import { currentScores } from './list-accounts.ts';
import type { ScoreRequest } from './score-accounts.ts';
import { workEvent } from './work-event.ts';
import type { Workspace } from './workspace.ts';

/** Which accounts of the ranked list to export. */
export interface ListedRequest extends ScoreRequest {
  readonly tiers?: readonly string[];
  readonly plays?: readonly string[];
  readonly owner?: string | null;
  /** Accounts that are disqualified or outside the market too, at the end. */
  readonly includeOut?: boolean;
  /** What else the accounts must have; it says which standings are wanted, in place of `includeOut`. */
  readonly filters?: AccountFilters;
}

/** What to export of the ranked list, and where to. */
export interface ExportListRequest extends ListedRequest, ExportTarget {}

/** Writes the ranked list with all its words into one file, streamed: scored anew when anything changed. */
export function exportList(workspace: Workspace, request: ExportListRequest): Promise<ExportResult> {
  return withListInWords(workspace, request, (query) => exportFile(workspace, query, request));
}

/** Hands on the query of the ranked list with all its words; what it reads from is gone afterwards. */
export async function withListInWords<T>(
  workspace: Workspace,
  request: ListedRequest,
  use: (query: SqlSelect) => Promise<T>,
): Promise<T> {
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
    return await use(query);
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

function filtersOf({ tiers = [], plays = [], owner = null, includeOut = false, filters }: ListedRequest) {
  if (filters !== undefined) return [filterExpr(filters)].filter((filter) => filter !== null);
  const asked: readonly (SqlExpr | null)[] = [
    includeOut ? null : isNotNull(column('rank')),
    tiers.length === 0 ? null : isIn(column('tier'), tiers),
    plays.length === 0 ? null : isIn(column('play'), plays),
    owner === null ? null : eq(column('owner'), text(owner)),
  ];
  return asked.filter((filter) => filter !== null);
}
