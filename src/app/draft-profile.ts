import { column, count, countWhere, eq, named, select, subquery, text } from '../base/sql/index.ts';
import {
  type DraftInput,
  draftProfile,
  estimateMarketSize,
  type Finding,
  type Profile,
  type ProfileVersion,
} from '../stages/profile/index.ts';
import { compileCard, scoreQuery } from '../stages/scorecard/index.ts';
import { allAccounts } from './account-columns.ts';
import type { AskedNext } from './ask-next.ts';
import { conditionSources } from './current-card.ts';
import { type CurrentData, currentData } from './current-data.ts';
import { type DiscoverOutcome, type DiscoverRequest, discoverPatterns } from './discover-patterns.ts';
import { bestContracts, readRoles, readScopes } from './draft-facts.ts';
import { earnedStatus } from './earned-status.ts';
import { lintCurrent } from './lint-current.ts';
import { currentValue } from './rank-value.ts';
import { resolveContext } from './resolve-context.ts';
import { saveVersion } from './save-version.ts';
import { workEvent } from './work-event.ts';
import type { Workspace } from './workspace.ts';

/** A discovery to run and what to call the page that is written from it. */
export interface DraftRequest extends DiscoverRequest {
  readonly name: string;
  readonly kind: Profile['kind'];
  readonly by: string;
  readonly why: string | null;
  /** Publish it even when another version is published. */
  readonly publish: boolean;
}

/** The page as drafted and stored, what its lint says, and the discovery it came from. */
export interface DraftResult {
  readonly kind: 'draft';
  readonly version: ProfileVersion;
  /** False when the data gave the page that is already stored. */
  readonly changed: boolean;
  readonly findings: readonly Finding[];
  readonly discovery: Extract<DiscoverOutcome, { kind: 'discovery' }>;
}

/** Drafts the page from what discovery finds in the current data and keeps it as a new version. */
export async function draftFromData(
  workspace: Workspace,
  request: DraftRequest,
): Promise<DraftResult | Exclude<DiscoverOutcome, { kind: 'discovery' }>> {
  const discovery = await discoverPatterns(workspace, request);
  if (discovery.kind !== 'discovery') return discovery;
  const data = await currentData(workspace);
  request.onProgress(workEvent('writing-page'));
  const profile = await pageOf(workspace, data, { ...request, discovery });
  const saved = await saveVersion(workspace, {
    profile,
    at: request.at,
    by: request.by,
    why: request.why,
    snapshot: data.snapshot,
    publish: request.publish,
  });
  const findings = await lintCurrent(workspace, data, { version: saved.version, asOf: request.asOf });
  return { kind: 'draft', ...saved, findings, discovery };
}

async function pageOf(
  workspace: Workspace,
  data: CurrentData,
  request: DraftRequest & { readonly discovery: DraftResult['discovery'] },
): Promise<Profile> {
  const { discovery } = request;
  const contracts = await bestContracts(workspace, data, await currentValue(workspace, data, request));
  const written = draftProfile({
    name: request.name,
    kind: request.kind,
    snapshot: data.snapshot,
    asOf: request.asOf,
    customers: discovery.customers,
    patterns: discovery.patterns,
    questions: discovery.questions,
    next: nextOnPage(discovery.next),
    said: discovery.judgements,
    fields: data.fields.filter((field) => field.table === 'accounts'),
    scopes: await readScopes(workspace, data),
    people: await readRoles(workspace, data),
    contracts,
    aucLow: null,
  });
  const { snapshot } = data;
  const drafted = { ...written, status: await earnedStatus(workspace, { snapshot, fit: written.fit }) };
  if (contracts === null || drafted.market.length === 0) return drafted;
  const marketSize = estimateMarketSize({
    accounts: await accountsInMarket(workspace, data, { profile: drafted, asOf: request.asOf }),
    contracts: contracts.values,
    currency: contracts.currency,
    source: `accounts known here, median contract of the best, snapshot ${data.snapshot}`,
  });
  return { ...drafted, marketSize };
}

/** Where nothing stands out the page asks for beliefs by itself. */
function nextOnPage(next: AskedNext | null): DraftInput['next'] {
  if (next === null || next.kind === 'believe') return null;
  const commands = next.commands.map((command) => `\`${command}\``).join(', ');
  const how = commands === '' ? '' : ` ${commands}`;
  return { pattern: next.pattern, text: `Next best question: ${next.question} ${next.answer}${how}` };
}

async function accountsInMarket(
  workspace: Workspace,
  data: CurrentData,
  { profile, asOf }: { readonly profile: Profile; readonly asOf: string },
): Promise<number> {
  const context = await resolveContext(workspace, data, { asOf, conditions: profile.market });
  const market = { ...profile, fit: [], timing: [], anti: [] };
  const card = compileCard({ profile: market, version: 0, context, labelOf: (field) => field });
  const sources = conditionSources(data, subquery(allAccounts(data), 'a'));
  const query = select({
    columns: [
      named(count(), 'n'),
      named(countWhere(eq(column('standing'), text('outside-market'))), 'outside'),
    ],
    from: subquery(scoreQuery(card, sources, ['account_id']), 's'),
  });
  const [row] = await workspace.engine.rows(query);
  return Number(row?.n ?? 0) - Number(row?.outside ?? 0);
}
