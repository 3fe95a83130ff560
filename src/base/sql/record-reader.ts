import type { ExprRecord } from '../expr/index.ts';
import { column } from './columns.ts';
import { isIn, isNotNull } from './comparisons.ts';
import type { ConditionSources } from './compile-sources.ts';
import { and } from './logic.ts';
import { select } from './queries.ts';
import { type RecordRows, rowsToRecords } from './record-rows.ts';
import type { Engine, Row, SqlExpr, SqlRelation } from './types.ts';

/** Which accounts and which of their fields to read. */
export interface RecordChoice {
  /** Null reads every account. */
  readonly accountIds: readonly string[] | null;
  /** Account fields that the conditions name (`fieldsOf`); those the table does not have are left out. */
  readonly fields: readonly string[];
}

/**
 * Reads accounts as records for `evaluate`, one query per table: what explaining one account, or some, needs.
 *
 * @example
 * const records = await readRecords(engine, sources, { accountIds: ['17'], fields: ['industry'] });
 * evaluate(condition, records.get('17'));
 */
export async function readRecords(
  engine: Engine,
  sources: ConditionSources,
  { accountIds, fields }: RecordChoice,
): Promise<ReadonlyMap<string, ExprRecord>> {
  const chosen = accountIds === null ? [] : [isIn(column('account_id'), accountIds)];
  const read = (from: SqlRelation | null, columns: readonly string[], needed: readonly SqlExpr[]) =>
    from === null
      ? Promise.resolve<readonly Row[]>([])
      : engine.rows(
          select({
            columns: ['account_id', ...columns].map((name) => column(name)),
            from,
            where: and([...chosen, ...needed]),
          }),
        );
  const [accounts, technologies, signals, coverage, observations] = await Promise.all([
    read(sources.accounts, accountColumns(sources, fields), []),
    read(sources.technologies, ['technology', 'category', 'first_seen'], []),
    read(
      sources.signals,
      ['kind', 'about', 'observed_on', 'strength'],
      [known('kind'), known('observed_on')],
    ),
    read(sources.coverage, ['scope', 'checked_on'], [known('scope')]),
    read(sources.observations, ['field', 'value', 'observed_on'], [known('value'), known('observed_on')]),
  ]);
  const rows: RecordRows = { accounts, technologies, signals, coverage, observations };
  return rowsToRecords(rows, { shapeOf: sources.shapeOf, fields });
}

function known(name: string): SqlExpr {
  return isNotNull(column(name));
}

/** Names of the columns behind these fields. */
function accountColumns({ shapeOf }: ConditionSources, fields: readonly string[]): readonly string[] {
  return fields.flatMap((field) => {
    const shape = shapeOf(field);
    if (shape === null) return [];
    return [
      field,
      ...(shape.banded ? [`${field}_low`, `${field}_high`] : []),
      ...(shape.mixedCurrency ? [`${field}_currency`] : []),
    ];
  });
}
