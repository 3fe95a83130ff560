import type { Judgement } from '../../edges/store/index.ts';
import { conditionOf, type Pattern, type PatternGroups } from '../../stages/discovery/index.ts';
import type { CurrentData } from '../current-data.ts';
import type { Workspace } from '../workspace.ts';
import { type HeldContext, heldBy } from './held-by.ts';
import { readUnitRows, type UnitRows } from './read-unit-rows.ts';
import { sidesOf } from './sides-of.ts';
import type { ComparedUnit, Comparison, Held } from './types.ts';

/** One customer, deal or account behind a pattern. */
export interface PatternMember {
  readonly accountId: string | null;
  readonly dealId: string | null;
  readonly name: string | null;
  /** Start of the relation or creation of the deal. */
  readonly on: string | null;
  /** `best`, `rest`, `won`, `lost`, ... */
  readonly outcome: string;
  /** Place by value among those compared, 1 is the highest; null where the contrast has no value. */
  readonly rank: number | null;
  readonly value: number | null;
  /** What it holds of the field that the trait asks about; null is unknown. */
  readonly held: Held;
  /** Currency of a sum. */
  readonly currency: string | null;
  /** What people said of the account, beside its figures. */
  readonly said: readonly Judgement[];
}

/** One group behind a pattern: how many there are, and the first of them. */
export interface ShownGroup {
  readonly total: number;
  readonly members: readonly PatternMember[];
}

/** The groups of a pattern, as people know them. */
export type ShownGroups = Readonly<Record<keyof PatternGroups, ShownGroup>>;

/** A pattern, the field it came from, and the units that were compared. */
export interface MembersRequest {
  readonly comparison: Comparison;
  readonly pattern: Pattern;
  readonly isOfDeal: HeldContext['isOfDeal'];
  readonly groups: PatternGroups;
  readonly said: readonly Judgement[];
  readonly asOf: string;
  /** Members to name of each group, at most. */
  readonly top: number;
}

/** Names the first units of each group with what they hold: highest value first, else newest first. */
export async function patternMembers(
  workspace: Workspace,
  data: CurrentData,
  request: MembersRequest,
): Promise<ShownGroups> {
  const { comparison, groups, top } = request;
  const first = (group: keyof PatternGroups) =>
    inOrder(groups[group].map((i) => comparison.units[i]!)).slice(0, top);
  const named = Object.keys(groups).flatMap((group) => first(group as keyof PatternGroups));
  const memberOf = memberReader(data, await readUnitRows(workspace, data, named), request);
  const shown = (group: keyof PatternGroups): ShownGroup => ({
    total: groups[group].length,
    members: first(group).map(memberOf),
  });
  return {
    bestWith: shown('bestWith'),
    bestWithout: shown('bestWithout'),
    restWith: shown('restWith'),
    restWithout: shown('restWithout'),
    unknown: shown('unknown'),
  };
}

function inOrder(units: readonly ComparedUnit[]): readonly ComparedUnit[] {
  const text = (one: string | null, other: string | null) => (one ?? '').localeCompare(other ?? '');
  return units.toSorted(
    (one, other) =>
      (other.value ?? 0) - (one.value ?? 0) ||
      text(other.on, one.on) ||
      text(one.accountId, other.accountId) ||
      text(dealId(one), dealId(other)),
  );
}

function memberReader(
  data: CurrentData,
  rows: UnitRows,
  { comparison, pattern, isOfDeal, said, asOf }: MembersRequest,
): (unit: ComparedUnit) => PatternMember {
  const names = new Map(
    rows.accounts.map((row) => [String(row.account_id), (row.name ?? null) as string | null]),
  );
  const held = heldBy(data, conditionOf(pattern), { rows, isOfDeal, asOf });
  const [best, rest] = sidesOf(comparison.contrast);
  const rankOf = ranks(comparison);
  return (unit) => ({
    accountId: unit.accountId,
    dealId: comparison.unit === 'deal' ? dealId(unit) : null,
    name: names.get(unit.accountId ?? '') ?? null,
    on: unit.on,
    outcome: unit.label === 1 ? best : rest,
    rank: unit.value === null ? null : rankOf(unit.value),
    value: unit.value,
    ...held(unit),
    said: said.filter(({ accountId }) => accountId !== null && accountId === unit.accountId),
  });
}

function dealId({ deal }: ComparedUnit): string | null {
  return (deal?.deal_id ?? null) as string | null;
}

/** Place of a value among those of the units; equal values share the first of their places. */
function ranks({ units }: Comparison): (value: number) => number {
  const places = new Map<number, number>();
  const values = Float64Array.from(units.flatMap(({ value }) => value ?? []))
    .sort()
    .toReversed();
  values.forEach((value, i) => {
    if (!places.has(value)) places.set(value, i + 1);
  });
  return (value) => places.get(value)!;
}
