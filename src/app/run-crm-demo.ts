import { hubspotSecrets, startHubspot } from '../../samples/crm/hubspot/index.ts';
import { pipedrivePlan, pipedriveSecrets, startPipedrive } from '../../samples/crm/pipedrive/index.ts';
import { salesforceSecrets, startSalesforce } from '../../samples/crm/salesforce/index.ts';
import { type CompanyWorld, companyWorld } from '../../samples/crm/shared/index.ts';
import { type DraftResult, draftFromData } from './draft-profile.ts';
import { type DemoRequest, sampleSeed } from './run-demo.ts';
import { type ScoreResult, scoreAccounts } from './score-accounts.ts';
import {
  changeConnection,
  connectSource,
  disconnectSource,
  listKnown,
  type ShownConnection,
  type SyncResult,
  showConnection,
  syncConnection,
  type WritableName,
  type WriteBackResult,
  writeBack,
} from './sync/index.ts';
import { workEvent } from './work-event.ts';
import type { Workspace } from './workspace.ts';

/** The CRMs that the demo has a stand-in of. */
export type DemoCrm = keyof typeof standIns;

/** The whole loop against a stand-in: connect, sync, learn, score, write back, and sync what that changed. */
export interface CrmDemoResult {
  readonly kind: 'crm-demo';
  readonly workspace: string;
  readonly connector: string;
  readonly asOf: string;
  readonly first: SyncResult;
  readonly draft: DraftResult;
  readonly scored: ScoreResult;
  readonly planned: WriteBackResult;
  readonly written: WriteBackResult;
  /** After people worked in the CRM for a while. */
  readonly again: SyncResult;
  readonly connection: ShownConnection;
}

/** A demo that was run; its stand-in answers until it is closed. */
export interface RunningCrmDemo {
  readonly result: CrmDemoResult;
  readonly close: () => Promise<void>;
}

const demoSize = { companies: 2000, deals: 3000, contacts: 2000 };
const changedShare = 0.02;
const written: readonly WritableName[] = ['fit', 'tier', 'timing', 'play', 'reasons', 'profile', 'scored_on'];

const standIns = {
  hubspot: {
    start: (world: CompanyWorld) => startHubspot({ world, now: Date.now }),
    options: { plan: 'professional' },
    environment: { BESTFIT_HUBSPOT_TOKEN: hubspotSecrets.privateToken },
  },
  salesforce: {
    start: (world: CompanyWorld) => startSalesforce({ world, now: Date.now }),
    options: {},
    environment: {
      BESTFIT_SALESFORCE_CLIENT_ID: salesforceSecrets.clientId,
      BESTFIT_SALESFORCE_CLIENT_SECRET: salesforceSecrets.clientSecret,
      BESTFIT_SALESFORCE_REFRESH_TOKEN: salesforceSecrets.refreshToken,
    },
  },
  pipedrive: {
    start: (world: CompanyWorld) =>
      startPipedrive({ world, now: Date.now, plan: pipedrivePlan('ultimate', 5) }),
    options: { plan: 'ultimate', seats: '5' },
    environment: { BESTFIT_PIPEDRIVE_TOKEN: pipedriveSecrets.apiToken },
  },
} as const;

/** Names of the CRMs that the demo has a stand-in of. */
export const demoCrms = Object.keys(standIns) as readonly DemoCrm[];

/** Runs the whole loop against a stand-in on this machine: no request leaves it. */
export async function runCrmDemo(
  workspace: Workspace,
  crm: DemoCrm,
  request: DemoRequest,
): Promise<RunningCrmDemo> {
  request.onProgress(workEvent('writing-sample'));
  const { start, options, environment } = standIns[crm];
  const standIn = await start(companyWorld(sampleSeed, demoSize, Date.parse(request.at)));
  Object.assign(process.env, environment);
  try {
    await forgetOld(workspace);
    await connectSource(workspace, {
      connector: crm,
      name: crm,
      origin: standIn.origin,
      privateOrigin: true,
      options,
      secrets: {},
      at: request.at,
    });
    const people = () => void standIn.changeShare(changedShare, sampleSeed);
    const result = await runLoop(workspace, { crm, request, people });
    return { result, close: standIn.close };
  } catch (error) {
    await standIn.close();
    throw error;
  }
}

/** Stand-ins of an earlier demo answer no more. */
async function forgetOld(workspace: Workspace): Promise<void> {
  for (const { name, choices } of await listKnown(workspace))
    if (choices.privateOrigin) await disconnectSource(workspace, name);
}

interface Loop {
  readonly crm: DemoCrm;
  readonly request: DemoRequest;
  /** What people do in the CRM meanwhile. */
  readonly people: () => void;
}

async function runLoop(workspace: Workspace, { crm, request, people }: Loop): Promise<CrmDemoResult> {
  const { at, by, onProgress } = request;
  const asOf = at.slice(0, 10);
  const sync = { connection: crm, full: false, maps: [], onProgress };
  const first = await syncConnection(workspace, { ...sync, at });
  const common = { asOf, at, onProgress };
  const draft = await draftFromData(workspace, {
    ...common,
    name: 'Our best customers',
    kind: 'company',
    contrast: null,
    last: null,
    seed: null,
    permutations: null,
    by,
    why: `drafted from ${crm}`,
    publish: true,
  });
  if (draft.kind !== 'draft') throw new Error('the stand-in gave no page');
  const { name, version } = draft.version;
  const { result: scored } = await scoreAccounts(workspace, {
    ...common,
    profile: name,
    version,
    include: [],
  });
  await changeConnection(workspace, { connection: crm, write: written });
  const writing = { connection: crm, ...common };
  const planned = await writeBack(workspace, { ...writing, dryRun: true });
  const done = await writeBack(workspace, { ...writing, dryRun: false });
  people();
  const again = await syncConnection(workspace, {
    ...sync,
    at: new Date(workspace.sources.now()).toISOString(),
  });
  const connection = await showConnection(workspace, crm);
  const path = workspace.store.path;
  return {
    kind: 'crm-demo',
    workspace: path,
    connector: crm,
    asOf,
    first,
    draft,
    scored,
    planned,
    written: done,
    again,
    connection,
  };
}
