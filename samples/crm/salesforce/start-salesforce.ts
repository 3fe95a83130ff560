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
import { bulkIngestRoutes } from './bulk-ingests.ts';
import { bulkQueryRoutes } from './bulk-queries.ts';
import { ownerId, type SalesforceAccount, salesforceValues, type Value } from './salesforce-account.ts';
import { initialObjects } from './salesforce-fields.ts';
import { enterpriseRequests, SalesforceLimits } from './salesforce-limits.ts';
import { queryRoutes } from './salesforce-queries.ts';
import { invalidSession, limitExceeded, refusalAnswer, SalesforceRefusal } from './salesforce-refusal.ts';
import { settingRoutes } from './salesforce-settings.ts';
import { SalesforceTokens } from './salesforce-tokens.ts';
import { writeRoutes } from './salesforce-writes.ts';

/** What a stand-in of Salesforce is made of. */
export interface SalesforceOptions {
  readonly world: CompanyWorld;
  /** Milliseconds since 1970: all of Salesforce's times, limits and sessions follow it. */
  readonly now: () => number;
  /** Requests in any 24 hours. */
  readonly dailyRequests?: number;
  /** How long a bulk job takes. */
  readonly bulkMs?: number;
  /** Whether new fields are hidden until `account.hiddenFields` lets them go, as in a real org. */
  readonly hidesNewFields?: boolean;
}

/** A running stand-in of Salesforce, and what happens in it without the API. */
export interface SalesforceStandIn extends StandIn {
  readonly account: SalesforceAccount;
  readonly tokens: SalesforceTokens;
  /** Requests of the last 24 hours. */
  readonly used: () => number;
  /** People work: of each kind a share of the records is added, changed, merged or deleted. */
  readonly changeShare: (share: number, seed: number) => Readonly<Record<CrmKind, ChangedRows>>;
}

/**
 * Starts a stand-in of Salesforce's REST API and Bulk API 2.0 (any version from 60) on loopback, which holds the world's
 * accounts, opportunities with their history, contacts and users and refuses every parameter that it does not know.
 */
export async function startSalesforce(options: SalesforceOptions): Promise<SalesforceStandIn> {
  const { now, bulkMs = 5000 } = options;
  const account = openAccount(options);
  const tokens = new SalesforceTokens(now);
  const limits = new SalesforceLimits(options.dailyRequests ?? enterpriseRequests, now);
  let origin = '';
  const isToken = (path: string): boolean => path === '/services/oauth2/token';
  const standIn = await startStandIn({
    routes: [
      tokens.route(() => origin),
      ...queryRoutes(account),
      ...bulkQueryRoutes(account, bulkMs),
      ...bulkIngestRoutes(account, bulkMs),
      ...settingRoutes(account, limits),
      ...writeRoutes(account),
    ],
    admit: (request, found) => {
      if (isToken(request.path)) return null;
      const version = found?.params.version;
      const isKnown = version === undefined || /^v(?:6\d|7\d)\.0$/.test(version);
      return tokens.check(request) ?? limits.check() ?? (isKnown ? null : notFound());
    },
    notFound,
    fault: faultAnswer,
    refusal: (error) => (error instanceof SalesforceRefusal ? error.answer() : null),
    headers: ({ path }) => (isToken(path) ? {} : limits.headers()),
  });
  origin = standIn.origin;
  return {
    ...standIn,
    account,
    tokens,
    used: () => limits.used,
    changeShare: (share, seed) =>
      changeShare(account.tables, { share, seed, at: now(), edit, draft, mergesAsNew: false }),
  };
}

function openAccount({ world, now, hidesNewFields = false }: SalesforceOptions): SalesforceAccount {
  const values = salesforceValues(world);
  const shape = (kind: CrmKind) => ({ firstId: 1, idStep: 1, values: values[kind] });
  return {
    now,
    tables: crmTables<Value>(world, {
      companies: shape('companies'),
      deals: shape('deals'),
      contacts: shape('contacts'),
    }),
    objects: initialObjects(),
    hiddenFields: new Set(),
    hidesNewFields,
    refusedWrites: new Map(),
  };
}

function notFound(): StandInAnswer {
  return refusalAnswer(404, 'NOT_FOUND', 'The requested resource does not exist');
}

function faultAnswer(fault: Fault): StandInAnswer {
  if (fault.kind === 'rate-limit') return limitExceeded();
  if (fault.kind === 'unauthorized') return invalidSession();
  const status = fault.kind === 'server-error' ? fault.status : 500;
  if (status === 503)
    return refusalAnswer(503, 'SERVER_UNAVAILABLE', 'Server is busy or down for maintenance');
  return status > 500
    ? gatewayPage(status)
    : refusalAnswer(status, 'UNKNOWN_EXCEPTION', 'An unexpected error occurred');
}

function edit(kind: CrmKind, row: number): Readonly<Record<string, Value>> {
  if (kind === 'companies') return { NumberOfEmployees: 11 + (row % 90) };
  return kind === 'deals' ? { Amount: 5000 + (row % 700) } : { Title: 'Director' };
}

function draft(kind: CrmKind, n: number): Readonly<Record<string, Value>> {
  const owner = { OwnerId: ownerId(0) };
  if (kind === 'companies')
    return { ...owner, Name: `Nueva Clínica ${n + 1}`, Website: `nueva-${n + 1}.example` };
  if (kind === 'contacts') return { ...owner, FirstName: 'Nuria', LastName: `Nueva ${n + 1}` };
  return {
    ...owner,
    Name: `Nuevo ${n + 1}`,
    StageName: 'Prospecting',
    CloseDate: '2027-01-31',
    Amount: 1000,
  };
}
