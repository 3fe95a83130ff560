import { BestfitError } from '../base/errors/index.ts';
import type { ResolveContext } from '../base/expr/index.ts';
import type { ConditionSources } from '../base/sql/index.ts';
import type { ProfileVersion } from '../stages/profile/index.ts';
import { type Card, compileCard } from '../stages/scorecard/index.ts';
import { canonicalRelation } from './canonical-relation.ts';
import type { CurrentData } from './current-data.ts';
import { datedSignals } from './dated-signals.ts';
import { remembered } from './remembered.ts';
import { resolveContext } from './resolve-context.ts';
import type { Workspace } from './workspace.ts';

/** Which version of which profile, on which day; no version takes the published one, else the newest. */
export interface CardRequest {
  /** Profile name; null takes the only one, or the one published last. */
  readonly profile: string | null;
  readonly version: number | null;
  readonly asOf: string;
}

/** A version of the page, its lines compiled for the current data, and what they were resolved against. */
export interface CurrentCard {
  readonly version: ProfileVersion;
  readonly card: Card;
  readonly context: ResolveContext;
}

/** The profile to work with: the version asked for, else the published one, else the newest. */
export async function currentProfile(
  workspace: Workspace,
  request: Pick<CardRequest, 'profile' | 'version'>,
): Promise<ProfileVersion> {
  const all = await workspace.store.profiles();
  const name = request.profile ?? defaultName(all);
  if (name === null) throw new BestfitError('profile.none', { workspace: workspace.store.path });
  const found = await workspace.store.profile(name, request.version ?? 'published');
  if (found === null) throw new BestfitError('profile.missing', { profile: name });
  return found;
}

function defaultName(all: readonly ProfileVersion[]): string | null {
  const latest = (some: readonly ProfileVersion[]) =>
    [...some].sort((a, b) => b.createdAt.localeCompare(a.createdAt))[0] ?? null;
  const chosen = latest(all.filter((v) => v.published)) ?? latest(all);
  return chosen?.name ?? null;
}

/** The current profile compiled for the current data and day. */
export async function currentCard(
  workspace: Workspace,
  data: CurrentData,
  request: CardRequest,
): Promise<CurrentCard> {
  const version = await currentProfile(workspace, request);
  const { asOf } = request;
  const { id, at, snapshot } = data.commit;
  const key = [id, at, snapshot.id, version.name, version.version, asOf];
  const resolved = await remembered(workspace, { of: 'card', key, most: 8 }, () =>
    resolvedCard(workspace, data, { version, asOf }),
  );
  return { version, ...resolved };
}

/** A page, and the day for which to compile it. */
interface CardOptions {
  readonly version: Pick<ProfileVersion, 'profile' | 'version'>;
  readonly asOf: string;
}

/** A page compiled for the current data and a day. */
export async function resolvedCard(
  workspace: Workspace,
  data: CurrentData,
  { version: { profile, version }, asOf }: CardOptions,
): Promise<Omit<CurrentCard, 'version'>> {
  const conditions = [
    ...profile.market,
    ...profile.fit.map((line) => line.condition),
    ...profile.timing.map((line) => line.condition),
    ...profile.anti.map((line) => line.condition),
  ];
  const context = await resolveContext(workspace, data, { asOf, conditions });
  const labelOf = (field: string) => data.field('accounts', field)?.label.toLowerCase() ?? field;
  const dated = await datedSignals(
    workspace,
    data,
    profile.timing.map(({ condition }) => condition.signal.kind),
  );
  return { card: compileCard({ profile, version, context, labelOf, dated }), context };
}

const eventColumns = {
  technologies: { account_id: 'text', technology: 'text', category: 'text', first_seen: 'date' },
  signals: { account_id: 'text', kind: 'text', about: 'text', observed_on: 'date', strength: 'double' },
  coverage: { account_id: 'text', scope: 'text', checked_on: 'date' },
  observations: { account_id: 'text', field: 'text', value: 'double', observed_on: 'date' },
} as const;

/** The relations that conditions are asked of, over the given accounts. */
export function conditionSources(
  data: CurrentData,
  accounts: ConditionSources['accounts'],
): ConditionSources {
  return {
    accounts,
    technologies: canonicalRelation(data, 'technologies', eventColumns.technologies),
    signals: canonicalRelation(data, 'signals', eventColumns.signals),
    coverage: canonicalRelation(data, 'coverage', eventColumns.coverage),
    observations: canonicalRelation(data, 'observations', eventColumns.observations),
    shapeOf: (field) => data.field('accounts', field),
  };
}
