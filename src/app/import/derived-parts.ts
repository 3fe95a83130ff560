import { type SqlQuery, union } from '../../base/sql/index.ts';
import {
  canonicalPartField,
  canonicalTables,
  type PartField,
  type SourceState,
  type TableName,
  type TableRef,
} from '../../stages/dataset/index.ts';
import { compareAccounts } from './compare-accounts.ts';
import { coverageQueries } from './derived-coverage.ts';
import { observationQueries } from './derived-observations.ts';
import { derivedSignals } from './derived-signals.ts';
import type { GivenParts } from './given-parts.ts';
import type { Scratch } from './scratch.ts';
import type { ImportRequest } from './types.ts';

/** Parts that follow from the file, in place of those it gave itself. */
export interface DerivedParts {
  readonly parts: ReadonlyMap<TableName, TableRef>;
  readonly fields: readonly PartField[];
  readonly dated: NonNullable<SourceState['dated']>;
}

/**
 * What a file says beyond its rows: with `--covers all` what was looked at for every account, and with a date the
 * numbers of each account on that day and what changed since the import before.
 */
export async function derivedParts(
  scratch: Scratch,
  request: ImportRequest,
  given: GivenParts,
): Promise<DerivedParts> {
  const parts = new Map<TableName, TableRef>();
  const add = async (table: TableName, queries: readonly SqlQuery[]) => {
    if (queries.length > 0) parts.set(table, await scratch.write(union(queries)));
  };
  const { observedOn, append } = request;
  const compared = observedOn === null ? null : await compareAccounts(scratch, given);
  await add('coverage', coverageQueries(scratch, request, { given, compared: compared?.pair ?? null }));
  await add('observations', observationQueries(scratch, observedOn, given));
  const fields = [...parts.keys()].flatMap((table) =>
    canonicalTables[table].map(({ name }) => canonicalPartField(table, name)),
  );
  const written = new Map([...given.written, ...parts]);
  const signals = await derivedSignals(
    scratch,
    { given: { ...given, written }, observedOn, append },
    compared,
  );
  for (const [table, filed] of [
    ['signals', signals.whole],
    ['accounts', signals.accounts],
  ] as const) {
    if (filed === null) continue;
    parts.set(table, filed.ref);
    fields.push(...filed.fields);
  }
  return { parts, fields, dated: signals.dated };
}
