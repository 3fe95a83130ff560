import { foldText } from '../../base/expr/index.ts';
import { parquet, type SqlRelation } from '../../base/sql/index.ts';
import type {
  ColumnMapping,
  JoinedLookup,
  PartField,
  SourceState,
  TableName,
} from '../../stages/dataset/index.ts';
import type { LookupReference } from './join-reports.ts';
import type { Scratch } from './scratch.ts';

/** One lookup onto one table of one source. */
export interface LookupJoin extends JoinedLookup, LookupReference {
  readonly source: string;
  readonly table: TableName;
}

/**
 * Finds where each lookup joins: every source with a column of the key's name, whichever was imported first. The
 * lookup's columns become attributes of that table; one whose name is taken there gets the key's name in front.
 */
export function lookupJoins(scratch: Scratch, sources: readonly SourceState[]): readonly LookupJoin[] {
  const taken = takenNames(sources);
  return sources.flatMap((lookup) => {
    const { lookup: ref, mapping } = lookup;
    const key = mapping.lookupKey;
    if (ref === null || key === null) return [];
    const from = parquet(scratch.store.filePath(ref));
    return sources.flatMap((source) => joinsOf(scratch, source, { lookup, key, from, taken }));
  });
}

interface LookupContext {
  readonly lookup: SourceState;
  readonly key: string;
  readonly from: SqlRelation;
  readonly taken: ReadonlyMap<TableName, Set<string>>;
}

function joinsOf(
  scratch: Scratch,
  source: SourceState,
  { lookup, key, from, taken }: LookupContext,
): readonly LookupJoin[] {
  const column = source.mapping.columns.find((each) => holdsKey(source, each, key));
  const ref = column === undefined ? undefined : source.parts[column.table];
  if (column === undefined || ref === undefined) return [];
  const { table, field } = column;
  return [
    {
      source: source.name,
      lookup: lookup.name,
      table,
      column: column.column,
      key: field,
      by: field,
      from,
      rows: parquet(scratch.store.filePath(ref)),
      fields: lookup.fields.map((original) => ({
        original,
        field: attribute(original, { table, key, taken }),
      })),
    },
  ];
}

function holdsKey(
  source: SourceState,
  { ignored, column, field, table, kind }: ColumnMapping,
  key: string,
): boolean {
  const isText = kind === 'text' || kind === 'category';
  const sameName = foldText(column) === foldText(key) || foldText(field) === foldText(key);
  const filled = source.fields.some((each) => each.table === table && each.name === field);
  return !ignored && isText && sameName && filled && source.lookup === null;
}

function attribute(
  original: PartField,
  {
    table,
    key,
    taken,
  }: { readonly table: TableName; readonly key: string; readonly taken: LookupContext['taken'] },
): PartField {
  const prefix = foldText(key).replace(/[^a-z0-9]+/g, '_');
  const name = taken.get(table)?.has(original.name) ? `${prefix}_${original.name}` : original.name;
  return { ...original, table, name, custom: true };
}

function takenNames(sources: readonly SourceState[]): ReadonlyMap<TableName, Set<string>> {
  const names = new Map<TableName, Set<string>>();
  for (const { lookup, fields } of sources) {
    if (lookup !== null) continue;
    for (const { table, name } of fields) names.set(table, (names.get(table) ?? new Set()).add(name));
  }
  return names;
}
