import {
  type ChangedRows,
  type CompanyWorld,
  type CrmKind,
  changeShare,
  crmTables,
  type Fault,
  gatewayPage,
  type StandIn,
  type StandInAnswer,
  startStandIn,
} from '../shared/index.ts';
import type { HubspotAccount } from './hubspot-account.ts';
import { associationRoutes } from './hubspot-associations.ts';
import { batchRoutes } from './hubspot-batches.ts';
import { HubspotLimits, type HubspotPlan, professionalPlan, tooMany } from './hubspot-limits.ts';
import { objectRoutes } from './hubspot-objects.ts';
import { hubspotValues, initialProperties, ownerId } from './hubspot-properties.ts';
import { HubspotRefusal, refusalAnswer } from './hubspot-refusal.ts';
import { searchRoutes } from './hubspot-search.ts';
import { settingRoutes } from './hubspot-settings.ts';
import { expired, HubspotTokens } from './hubspot-tokens.ts';

/** What a stand-in of HubSpot is made of. */
export interface HubspotOptions {
  readonly world: CompanyWorld;
  /** Milliseconds since 1970: all of HubSpot's times, limits and tokens follow it. */
  readonly now: () => number;
  readonly plan?: HubspotPlan;
  /** How long searches do not know of a change. */
  readonly indexLagMs?: number;
  /** Associations of one record on one page. */
  readonly associationPage?: number;
  /** Kinds that the token may not see. */
  readonly hidden?: readonly CrmKind[];
}

/** A running stand-in of HubSpot, and what happens in it without the API. */
export interface HubspotStandIn extends StandIn {
  readonly account: HubspotAccount;
  readonly tokens: HubspotTokens;
  readonly usedToday: () => number;
  /** People work: of each kind a share of the records is added, changed, merged or archived. */
  readonly changeShare: (share: number, seed: number) => Readonly<Record<CrmKind, ChangedRows>>;
}

/**
 * Starts a stand-in of HubSpot's API (version 2026-09) on loopback, which holds the world's companies, deals, contacts
 * and owners and refuses every parameter that it does not know.
 */
export async function startHubspot(options: HubspotOptions): Promise<HubspotStandIn> {
  const { now, plan = professionalPlan } = options;
  const account = openAccount(options);
  const tokens = new HubspotTokens(now);
  const limits = new HubspotLimits(plan, now);
  const tokenRoutes = tokens.routes();
  const isToken = (path: string): boolean => path.startsWith('/oauth/');
  const standIn = await startStandIn({
    routes: [
      ...tokenRoutes,
      ...batchRoutes(account),
      ...searchRoutes(account),
      ...objectRoutes(account),
      ...associationRoutes(account, options.associationPage ?? 500),
      ...settingRoutes(account),
    ],
    admit: (request, found) => {
      if (isToken(request.path)) return null;
      const refused = tokens.check(request) ?? limits.check(request.path.endsWith('/search'));
      return refused ?? hiddenAnswer(options.hidden ?? [], found?.params.type);
    },
    notFound: ({ path }) => refusalAnswer(404, { message: `No resource at ${path}`, category: 'NOT_FOUND' }),
    fault: faultAnswer,
    refusal: (error) => (error instanceof HubspotRefusal ? error.answer() : null),
    headers: ({ path }) => (path.endsWith('/search') || isToken(path) ? {} : limits.headers()),
  });
  return {
    ...standIn,
    account,
    tokens,
    usedToday: () => limits.usedToday,
    changeShare: (share, seed) =>
      changeShare(account.tables, { share, seed, at: now(), edit, draft, mergesAsNew: true }),
  };
}

function openAccount({ world, now, indexLagMs = 0 }: HubspotOptions): HubspotAccount {
  const values = hubspotValues(world);
  const shape = (kind: CrmKind, firstId: number) => ({ firstId, idStep: 3, values: values[kind] });
  const groups = (kind: CrmKind) => new Map([[`${kind}information`, `${kind} information`]]);
  return {
    now,
    indexLagMs,
    tables: crmTables<string | null>(world, {
      companies: shape('companies', 20_000_000_001),
      deals: shape('deals', 30_000_000_001),
      contacts: shape('contacts', 40_000_000_001),
    }),
    properties: {
      companies: initialProperties('companies'),
      deals: initialProperties('deals'),
      contacts: initialProperties('contacts'),
    },
    groups: { companies: groups('companies'), deals: groups('deals'), contacts: groups('contacts') },
    refusedWrites: new Map(),
  };
}

function hiddenAnswer(hidden: readonly CrmKind[], type: string | undefined): StandInAnswer | null {
  const kind = hidden.find((each) => each === type);
  if (kind === undefined) return null;
  return refusalAnswer(403, {
    message: 'One or more of the following scopes are required.',
    context: { requiredGranularScopes: [`crm.objects.${kind}.read`] },
    category: 'MISSING_SCOPES',
  });
}

function faultAnswer(fault: Fault): StandInAnswer {
  if (fault.kind === 'rate-limit') return tooMany('TEN_SECONDLY_ROLLING');
  if (fault.kind === 'unauthorized') return expired();
  const status = fault.kind === 'server-error' ? fault.status : 500;
  if (status === 423 || status === 477) return busy(status);
  if (status >= 502) return gatewayPage(status);
  return refusalAnswer(status, { message: 'internal error', category: 'INTERNAL_ERROR' });
}

/** 423: the records are locked for some seconds; 477: the account moves to another place and says how long to wait. */
function busy(status: number): StandInAnswer {
  const answer = refusalAnswer(status, { message: 'Try again later', category: 'LOCKED' });
  return status === 477 ? { ...answer, headers: { ...answer.headers, 'retry-after': '5' } } : answer;
}

function edit(kind: CrmKind, row: number): Readonly<Record<string, string>> {
  if (kind === 'companies') return { numberofemployees: String(11 + (row % 90)) };
  return kind === 'deals' ? { amount: String(5000 + (row % 700)) } : { jobtitle: 'Director' };
}

function draft(kind: CrmKind, n: number): Readonly<Record<string, string | null>> {
  const owner = { hubspot_owner_id: ownerId(0) };
  if (kind === 'companies')
    return { ...owner, name: `Nueva Clínica ${n + 1}`, domain: `nueva-${n + 1}.example`, industry: null };
  if (kind === 'deals')
    return { ...owner, dealname: `Nuevo ${n + 1}`, dealstage: 'appointmentscheduled', pipeline: 'default' };
  return { ...owner, firstname: 'Nuria', lastname: `Nueva ${n + 1}`, email: `nuria@nueva-${n + 1}.example` };
}
