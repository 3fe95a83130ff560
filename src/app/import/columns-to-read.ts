import { parquet, type SqlRelation } from '../../base/sql/index.ts';
import type { ColumnMapping } from '../../stages/dataset/index.ts';
import { mailDomains } from './mail-domains.ts';
import type { MappedTable } from './mapped-file.ts';
import { stagedColumn } from './staged-column.ts';
import type { ImportRequest } from './types.ts';

/** A mapped column of a staged file. */
export interface StagedColumn {
  readonly mapping: ColumnMapping;
  readonly staged: string;
  /** Where to read it alone. */
  readonly from: SqlRelation;
  /** It holds few different texts: all of them are read one by one. */
  readonly everyText: boolean;
}

/** Ages are counted back from the day of the file, which without a date is that of its import. */
function withDayOfAges(mapping: ColumnMapping, { observedOn, at }: ImportRequest): ColumnMapping {
  const { format } = mapping;
  if (format.ages === undefined) return mapping;
  return { ...mapping, format: { ...format, ages: observedOn ?? at.slice(0, 10) } };
}

/** The mapped columns of a table, each with where to read what is staged of it alone. */
export function columnsToRead(
  { mapping, table, slices, repetitive }: MappedTable,
  request: ImportRequest,
): readonly StagedColumn[] {
  return [...mapping.columns, ...mailDomains(mapping)].map((each) => {
    const name = stagedColumn(table, each.column);
    return {
      mapping: withDayOfAges(each, request),
      staged: name,
      from: parquet(slices.get(name) ?? ''),
      everyText: repetitive.has(each.column),
    };
  });
}
