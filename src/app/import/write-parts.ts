import {
  antiJoin,
  column,
  eq,
  named,
  parquet,
  type SqlRelation,
  select,
  semiJoin,
  subquery,
} from '../../base/sql/index.ts';
import {
  addSums,
  canonicalPartField,
  entitiesQuery,
  type FileKind,
  type FilePlan,
  LOOKUP_KEY,
  LOOKUP_VALUE,
  type LookupPlan,
  mergeFields,
  type PartField,
  type PartPlan,
  planLookup,
  planParts,
  SAME,
  type SourceState,
  type TableName,
  type TableRef,
  tableOfRows,
  tableQuery,
} from '../../stages/dataset/index.ts';
import { earlierStates } from './dated-base.ts';
import { derivedParts } from './derived-parts.ts';
import { fieldsOfPart, type MappedTable } from './mapped-file.ts';
import type { Scratch } from './scratch.ts';
import type { ImportRequest } from './types.ts';

/** What a file gives to the tables, written. */
export type WrittenParts = Pick<SourceState, 'parts' | 'lookup' | 'fields' | 'dated'>;

/** Writes a part per table that a file fills, with what follows from them. */
export async function writeParts(
  scratch: Scratch,
  request: ImportRequest,
  { plan, file }: { readonly plan: FilePlan; readonly file: MappedTable },
): Promise<WrittenParts> {
  if (plan.as === 'lookup') {
    const { query, fields } = request.append
      ? appendedLookup(scratch, plan, file.previous)
      : planLookup(plan);
    return { parts: {}, lookup: await scratch.write(query), fields };
  }
  const written = new Map<TableName, TableRef>();
  const fields: PartField[] = [];
  const { name, mapping, previous } = file;
  const planned = planParts(plan, request.observedOn);
  for (const [index, part] of planned.entries()) {
    const whole = request.append
      ? appendedPart(scratch, part, { as: plan.as, previous: file.previous })
      : part;
    const onDone = (done: number) =>
      request.onProgress({ step: 'parsing', file: name, done: (index + done) / planned.length });
    written.set(part.table, await scratch.write(whole.query, onDone));
    fields.push(...whole.fields);
  }
  const describesAccounts = plan.as === 'accounts' || plan.as === 'customers';
  const earlier = earlierStates(previous, request.observedOn);
  const from = { name, mapping, previous, earlier, idPrefix: plan.idPrefix };
  const given = { ...from, describesAccounts, written, fields };
  const derived = await derivedParts(scratch, request, given);
  const all = [...written, ...derived.parts].filter(
    ([table, { rows }]) => rows > 0 || table === tableOfRows(plan.as),
  );
  const parts: Readonly<Partial<Record<TableName, TableRef>>> = Object.fromEntries(all);
  const own = fields.filter(({ table }) => !derived.parts.has(table));
  const filled = [...own, ...derived.fields].filter(({ table }) => table in parts);
  return { parts, lookup: null, fields: filled, dated: derived.dated };
}

/** The rows of a lookup with those that it already gave; of one key, the new one counts. */
function appendedLookup(scratch: Scratch, plan: FilePlan, previous: SourceState | null): LookupPlan {
  const now = planLookup(plan);
  const ref = previous?.lookup ?? null;
  if (previous === null || ref === null) return now;
  const keys = [LOOKUP_KEY, LOOKUP_VALUE].map((name) => canonicalPartField('accounts', name));
  const from = parquet(scratch.store.filePath(ref), 'old');
  const added = subquery(now.query, 'now');
  const known = subquery(select({ columns: [named(column(LOOKUP_KEY), 'now_key')], from: added }), 'known');
  const old = antiJoin(from, known, eq(column(LOOKUP_KEY, 'old'), column('now_key', 'known')));
  const parts = [
    { source: 'new', from: added, fields: [...keys, ...now.fields], match: null, lookups: [] },
    { source: 'old', from: old, fields: [...keys, ...previous.fields], match: null, lookups: [] },
  ];
  const merged = mergeFields(parts);
  return { query: tableQuery(parts, merged), fields: merged.slice(keys.length).map(({ field }) => field) };
}

/** The rows that the source already gave, then the new ones; an account that was there before stays one. */
function appendedPart(
  scratch: Scratch,
  part: PartPlan,
  { as, previous }: { readonly as: FileKind; readonly previous: SourceState | null },
): PartPlan {
  const ref = previous?.parts[part.table];
  if (ref === undefined) return part;
  const fields = fieldsOfPart(previous, part.table);
  const old = { source: 'old', from: parquet(scratch.store.filePath(ref)), fields, lookups: [] };
  const now = { source: 'new', from: subquery(part.query, 'now'), fields: part.fields, lookups: [] };
  const merged = mergeFields([now, old]);
  const list = merged.map(({ field }) => field);
  if (as === 'transactions' && part.table === 'customers') {
    const rows = tableQuery(
      [
        { ...old, match: null },
        { ...now, match: null },
      ],
      merged,
    );
    return { ...part, fields: list, query: addSums(subquery(rows, 'both'), list) };
  }
  const both = [
    { ...old, fresh: old.from, same: null, precedence: 1, trust: new Map<string, number>() },
    { ...now, ...againstOld(now.from, old.from), precedence: 0, trust: new Map<string, number>() },
  ];
  const query =
    part.table === 'accounts'
      ? entitiesQuery(both, merged, 'account_id')
      : tableQuery(
          both.map((each) => ({ ...each, match: null })),
          merged,
        );
  return { ...part, fields: list, query };
}

function againstOld(
  now: SqlRelation,
  old: SqlRelation,
): { readonly fresh: SqlRelation; readonly same: SqlRelation } {
  const id = column('account_id', 'now');
  const known = subquery(select({ columns: [named(column('account_id'), 'known_id')], from: old }), 'known');
  const isKnown = eq(id, column('known_id', 'known'));
  const both = select({
    columns: [named(id, SAME.own), named(id, SAME.known)],
    from: semiJoin(now, known, isKnown),
  });
  return { fresh: antiJoin(now, known, isKnown), same: subquery(both, 'same') };
}
