import type { Run, Store } from '../../edges/store/index.ts';
import type { ImportRequest } from '../import-files.ts';
import type { WorkEvent } from '../work-event.ts';
import { workEvent } from '../work-event.ts';
import type { Workspace } from '../workspace.ts';
import { importSummary } from './import-summary.ts';
import type { JobKind, JobRequests } from './types.ts';
import { withoutUploads } from './without-uploads.ts';

/** What a job has while it runs. */
interface Moment {
  /** When it started: everything that it writes carries this moment. */
  readonly at: string;
  readonly onProgress: (event: WorkEvent) => void;
}

interface KindOfJob<K extends JobKind> {
  /** Does the work; the result is small, plain data: what was found is kept by the use case itself. */
  readonly run: (workspace: Workspace, request: JobRequests[K], moment: Moment) => Promise<unknown>;
  /** Whether what the job was to write stands in the workspace: told by the moment that it carries. */
  readonly isSaved: (store: Store, at: string) => Promise<boolean>;
}

/** Every use case that runs as a job; a new kind is one entry here and one in `JobRequests`. */
export const jobKinds: { readonly [K in JobKind]: KindOfJob<K> } = {
  sample: {
    run: async (workspace, request, moment) => {
      const { runDemo } = await import('../run-demo.ts');
      const { draft, scored } = await runDemo(workspace, { ...request, ...moment });
      return { kind: 'sample', profile: draft.version.name, accounts: scored.accounts };
    },
    isSaved: isRunSaved('score'),
  },
  preview: {
    run: async (workspace, request, moment) => {
      const { previewFiles } = await import('../preview-files.ts');
      const { files, ...shown } = await previewFiles(workspace, { ...request, ...importMoment(moment) });
      return { ...withoutUploads(shown, workspace.store.path), files };
    },
    isSaved: async () => false,
  },
  import: {
    run: async (workspace, request, moment) => {
      const { importFiles } = await import('../import-files.ts');
      const { keepOriginals } = await import('../originals.ts');
      const imported = await importFiles(workspace, { ...request, ...importMoment(moment) });
      if (!imported.dryRun) await keepOriginals(workspace.store, imported);
      return withoutUploads(importSummary(imported), workspace.store.path);
    },
    isSaved: isCommitted,
  },
  retry: {
    run: async (workspace, request, moment) => {
      const { retryRows } = await import('../retry-rows.ts');
      return importSummary(await retryRows(workspace, { ...request, ...importMoment(moment) }));
    },
    isSaved: isCommitted,
  },
  discover: {
    run: async (workspace, request, moment) => {
      const { discoverPatterns } = await import('../discover-patterns.ts');
      const found = await discoverPatterns(workspace, { ...request, ...moment });
      if (found.kind !== 'discovery') return found;
      const { kind, snapshot, customers, patterns } = found;
      return { kind, snapshot, customers, patterns: patterns.length };
    },
    isSaved: isRunSaved('discover'),
  },
  draft: {
    run: async (workspace, request, moment) => {
      const { draftFromData } = await import('../draft-profile.ts');
      const draft = await draftFromData(workspace, { ...request, ...moment });
      if (draft.kind !== 'draft') return draft;
      const { kind, version, changed } = draft;
      return { kind, profile: version.name, version: version.version, changed };
    },
    isSaved: async (store, at) => (await store.profiles()).some(({ createdAt }) => createdAt === at),
  },
  score: {
    run: async (workspace, request, moment) => {
      const { scoreAccounts } = await import('../score-accounts.ts');
      const { top: _, ...counts } = (await scoreAccounts(workspace, { ...request, ...moment })).result;
      return { kind: 'score', ...counts };
    },
    isSaved: isRunSaved('score'),
  },
  learn: {
    run: async (workspace, request, moment) => {
      const { learnScorecard } = await import('../scorecard/index.ts');
      const learned = await learnScorecard(workspace, { ...request, ...moment });
      if (learned.kind !== 'scorecard') return learned;
      const { kind, snapshot, validation, saved } = learned;
      const version = saved && { profile: saved.version.name, version: saved.version.version };
      return { kind, snapshot, verdict: validation.verdict, saved: version };
    },
    isSaved: isRunSaved('learn'),
  },
  compare: {
    run: async (workspace, request, moment) => {
      const { comparedDocument, compareScorecards } = await import('../scorecard/index.ts');
      return comparedDocument(await compareScorecards(workspace, { ...request, ...moment }));
    },
    isSaved: isRunSaved('learn'),
  },
  sync: {
    run: async (workspace, request, moment) => {
      const { syncConnection } = await import('../sync/index.ts');
      const { imported, ...read } = await syncConnection(workspace, { ...request, ...moment });
      return { ...read, imported: imported === null ? null : importSummary(imported) };
    },
    isSaved: isCommitted,
  },
  'write-back': {
    run: async (workspace, request, moment) => {
      const { writeBack } = await import('../sync/index.ts');
      return await writeBack(workspace, { ...request, ...moment });
    },
    isSaved: async (store, at) =>
      (await store.syncs(null, 20)).some(({ kind, startedAt }) => kind === 'write' && startedAt >= at),
  },
};

async function isCommitted(store: Store, at: string): Promise<boolean> {
  return (await store.commits()).some((commit) => commit.at === at);
}

/** The moment as import takes it. */
function importMoment({ at, onProgress }: Moment): Pick<ImportRequest, 'at' | 'onProgress'> {
  return {
    at,
    onProgress: ({ step, file, done }) => onProgress(workEvent(step, { subject: file, share: done })),
  };
}

function isRunSaved(kind: Run['kind']): (store: Store, at: string) => Promise<boolean> {
  return async (store, at) => (await store.latestRun(kind, { snapshot: null }))?.at === at;
}

/** Whether a kind of job, as its name stands in the catalog, is one of ours. */
export function isJobKind(kind: string): kind is JobKind {
  return Object.hasOwn(jobKinds, kind);
}
