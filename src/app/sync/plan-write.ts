import { parquet, type Row, type SqlRelation, table } from '../../base/sql/index.ts';
import type { PreparedField, SourceField } from '../../edges/connectors/index.ts';
import type { TableRef } from '../../stages/dataset/index.ts';
import {
  countPlan,
  countUnfound,
  currentColumn,
  desiredColumn,
  lastWritten,
  type PlannedField,
  type StreamState,
  valueColumn,
  type WritePlanParts,
  writePlan,
} from '../../stages/sync/index.ts';
import type { Workspace } from '../workspace.ts';
import type { KnownConnection } from './find-connection.ts';
import type { OpenedSource } from './open-source.ts';
import type { WriteBackResult } from './types.ts';
import { type WritableName, writableFields } from './write-fields.ts';
import { targetOf, type WriteWork } from './write-work.ts';

const shownChanges = 20;

/** What a plan is made of. */
export interface PlanSource {
  readonly names: readonly WritableName[];
  readonly fields: readonly SourceField[];
  readonly prepared: readonly PreparedField[];
  readonly state: StreamState;
  readonly earlier: readonly TableRef[];
  readonly list: string;
  /** Fields that are not there would be made. */
  readonly canCreate: boolean;
}

/** The tables that are compared: the scored list, the mirror, and what was written since. */
export function planParts({ store }: Workspace, source: PlanSource): WritePlanParts {
  const { names, fields, prepared, state, earlier, list, canCreate } = source;
  const planned = names.map((name): PlannedField => {
    const target = targetOf(prepared, name);
    const place = target === null ? -1 : state.shape.fields.indexOf(target);
    const options = fields.find((field) => field.name === target)?.options ?? null;
    return {
      current: place === -1 ? null : valueColumn(place),
      labels: options === null ? null : new Map(options.map(({ value, label }) => [value, label])),
      isNumber: writableFields[name].kind === 'number',
      counts: (target !== null || canCreate) && (name !== 'scored_on' || names.length === 1),
    };
  });
  const paths = earlier.map((ref) => store.filePath(ref));
  const mirror = store.filePath(state.mirror);
  return {
    list: (alias): SqlRelation => table(list, alias),
    mirror: (alias) => parquet(mirror, alias),
    written: paths.length === 0 ? null : (alias) => lastWritten(paths, alias, names.length),
    fields: planned,
  };
}

/** What would be written, counted, with its cost and the first changes. */
export async function describePlan(work: WriteWork): Promise<WriteBackResult> {
  const { workspace, request, connection, names, prepared, parts, opened } = work;
  const { engine } = workspace;
  const [counts] = await engine.rows(countPlan(parts));
  const [unfound] = await engine.rows(countUnfound(parts));
  const found = Number(counts?.found ?? 0);
  const changed = Number(counts?.changed ?? 0);
  const first = await engine.rows({ ...writePlan(parts), limit: shownChanges });
  return {
    kind: 'write-back',
    connection: connection.name,
    connector: connection.connector.name,
    dryRun: request.dryRun,
    state: 'planned',
    fields: names,
    missing: prepared
      .filter(({ state, target }) => state === 'missing' || target === null)
      .map(({ name, remedy }) => ({
        field: names.find((each) => writableFields[each].name === name) ?? name,
        state:
          connection.connector.capabilities.createsFields && request.dryRun
            ? ('to-create' as const)
            : ('missing' as const),
        remedy,
      })),
    accounts: {
      scored: found + Number(unfound?.lost ?? 0),
      found,
      unchanged: found - Number(counts?.listed_changed ?? 0),
      changed,
    },
    written: 0,
    failed: { total: 0, first: [] },
    left: changed,
    budget: budgetOf(opened, connection, changed),
    first: first.map((row) => ({
      id: String(row.id),
      name: row.name === null ? null : String(row.name),
      changes: changesOf(row, names),
    })),
  };
}

function changesOf(row: Row, names: readonly WritableName[]) {
  const text = (value: Row[string] | undefined) => (typeof value === 'string' ? value : null);
  return names.flatMap((field, at) => {
    const [from, to] = [text(row[currentColumn(at)]), text(row[desiredColumn(at)])];
    return from === to ? [] : [{ field, from, to }];
  });
}

function budgetOf({ source }: OpenedSource, { choices }: KnownConnection, records: number) {
  const { used, limit, unit, resetsAt } = source.usage();
  const cost = source.costOfWrite(records);
  const share = choices.budgetShare;
  return { unit, cost, used, limit, share, days: daysFor(cost, { used, limit, share }), resetsAt };
}

/** Days that a cost takes, today included; null when nobody knows the budget. */
function daysFor(
  cost: number,
  { used, limit, share }: { readonly used: number; readonly limit: number | null; readonly share: number },
): number | null {
  if (limit === null || limit * share < 1) return null;
  const day = limit * share;
  const today = Math.max(0, day - used);
  return cost <= today ? 1 : 1 + Math.ceil((cost - today) / day);
}
