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
import type { PipedriveAccount } from './pipedrive-account.ts';
import { initialFields, pipedriveStages } from './pipedrive-fields.ts';
import { PipedriveLimits, type PipedrivePlan, pipedrivePlan, tooMany } from './pipedrive-limits.ts';
import { listRoutes } from './pipedrive-lists.ts';
import { PipedriveRefusal, refusalAnswer } from './pipedrive-refusal.ts';
import { settingRoutes } from './pipedrive-settings.ts';
import { PipedriveTokens, unauthorized } from './pipedrive-tokens.ts';
import { type Json, pipedriveValues, userId } from './pipedrive-values.ts';
import { writeRoutes } from './pipedrive-writes.ts';

/** What a stand-in of Pipedrive is made of. */
export interface PipedriveOptions {
  readonly world: CompanyWorld;
  /** Milliseconds since 1970: all of Pipedrive's times, limits and tokens follow it. */
  readonly now: () => number;
  readonly plan?: PipedrivePlan;
}

/** A running stand-in of Pipedrive, and what happens in it without the API. */
export interface PipedriveStandIn extends StandIn {
  readonly account: PipedriveAccount;
  readonly tokens: PipedriveTokens;
  /** Tokens of the budget that were spent today. */
  readonly spentToday: () => number;
  /** People work: of each kind a share of the records is added, changed, merged or deleted. */
  readonly changeShare: (share: number, seed: number) => Readonly<Record<CrmKind, ChangedRows>>;
}

/**
 * Starts a stand-in of Pipedrive's API (version 2, with users and the history of deals of version 1) on loopback, which
 * holds the world's organizations, deals, persons and users and refuses every parameter that it does not know. One
 * organization in forty is so old that it has no date of last change.
 */
export async function startPipedrive(options: PipedriveOptions): Promise<PipedriveStandIn> {
  const { now, plan = pipedrivePlan('premium', 5) } = options;
  const account = openAccount(options);
  const tokens = new PipedriveTokens(now);
  const limits = new PipedriveLimits(plan, now);
  let origin = '';
  const isToken = (path: string): boolean => path === '/oauth/token';
  const standIn = await startStandIn({
    routes: [
      tokens.route(() => origin),
      ...listRoutes(account),
      ...writeRoutes(account),
      ...settingRoutes(account),
    ],
    admit: (request) =>
      isToken(request.path) ? null : (tokens.check(request) ?? limits.check(request.method, request.path)),
    notFound: () => refusalAnswer(404, 'Unknown method .'),
    fault: faultAnswer,
    refusal: (error) => (error instanceof PipedriveRefusal ? error.answer() : null),
    headers: ({ path }) => (isToken(path) ? {} : limits.headers()),
  });
  origin = standIn.origin;
  return {
    ...standIn,
    account,
    tokens,
    spentToday: () => limits.spentToday,
    changeShare: (share, seed) =>
      changeShare(account.tables, { share, seed, at: now(), edit, draft, mergesAsNew: false }),
  };
}

function openAccount({ world, now }: PipedriveOptions): PipedriveAccount {
  const values = pipedriveValues(world);
  return {
    now,
    tables: crmTables<Json>(world, {
      companies: { firstId: 1, idStep: 1, values: values.companies, isUndated: (row) => row % 40 === 7 },
      deals: { firstId: 1, idStep: 1, values: values.deals },
      contacts: { firstId: 1, idStep: 1, values: values.contacts },
    }),
    fields: {
      organizations: initialFields('organizations'),
      deals: initialFields('deals'),
      persons: initialFields('persons'),
    },
  };
}

function faultAnswer(fault: Fault): StandInAnswer {
  if (fault.kind === 'rate-limit') return tooMany();
  if (fault.kind === 'unauthorized') return unauthorized();
  const status = fault.kind === 'server-error' ? fault.status : 500;
  return status >= 502 ? gatewayPage(status) : refusalAnswer(status, 'Internal server error');
}

function edit(kind: CrmKind, row: number): Readonly<Record<string, Json>> {
  if (kind === 'companies') return { employee_count: 11 + (row % 90) };
  return kind === 'deals' ? { value: 5000 + (row % 700) } : { job_title: 'Director' };
}

function draft(kind: CrmKind, n: number): Readonly<Record<string, Json>> {
  const common = { owner_id: userId(0), visible_to: 3, label_ids: [] };
  if (kind === 'companies') return { ...common, name: `Nueva Clínica ${n + 1}`, website: null };
  if (kind === 'contacts') return { ...common, name: `Nuria Nueva ${n + 1}`, emails: [], phones: [] };
  const state = { status: 'open', stage_id: pipedriveStages[0]!, pipeline_id: 1, is_archived: false };
  return { ...common, ...state, title: `Nuevo ${n + 1}`, value: 1000, currency: 'EUR' };
}
