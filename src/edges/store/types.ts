import type { Condition } from '../../base/expr/index.ts';
import type { Snapshot, SourceState, TableRef } from '../../stages/dataset/index.ts';
import type { Profile, ProfileVersion } from '../../stages/profile/index.ts';
import type { Job, JobChange, JobState } from './job-types.ts';
import type { CatalogCopy, CheckUp } from './upkeep-types.ts';

/** One committed state of the workspace's data. */
export interface Commit {
  readonly id: number;
  readonly parent: number | null;
  readonly at: string;
  /** The command in words: `import customers.csv`. */
  readonly what: string;
  readonly snapshot: Snapshot;
  readonly sources: readonly SourceState[];
  /** Rows that did not fit: source, line, column_name, value, reason, row (JSON text); null when none. */
  readonly quarantine: TableRef | null;
}

/** A state to be committed. */
export interface NewCommit {
  /**
   * The id of the head that the change was worked out from (null: none); the commit is refused with
   * `store.changed-meanwhile` when another process has moved the head since. Left out, nothing is checked.
   */
  readonly parent?: number | null;
  readonly what: string;
  readonly at: string;
  readonly snapshot: Snapshot;
  readonly sources: readonly SourceState[];
  readonly quarantine: TableRef | null;
}

/** What a person said about an account or a pattern. */
export interface Judgement {
  readonly id: number;
  readonly accountId: string | null;
  readonly pattern: string | null;
  readonly team: string;
  readonly kind: string;
  readonly reason: string;
  readonly saidBy: string;
  readonly saidOn: string;
}

/** A trait somebody believed in before looking: tested in a family of its own. */
export interface Hypothesis {
  readonly id: number;
  readonly condition: Condition;
  readonly saidBy: string;
  readonly saidOn: string;
  /** The newest snapshot on which discovery had already run when it was said; null when on none. */
  readonly afterDiscoveryOf: string | null;
}

/** One computed result, so that every figure can be traced and recomputed. */
export interface Run {
  readonly id: number;
  readonly kind: 'value' | 'discover' | 'score' | 'learn';
  readonly at: string;
  readonly snapshot: string;
  readonly profile: { readonly name: string; readonly version: number } | null;
  readonly asOf: string;
  readonly seed: number | null;
  readonly options: unknown;
  readonly result: unknown;
  /** A file the run wrote (the scored table). */
  readonly file: TableRef | null;
}

/** One line of the trail that every write leaves. */
export interface AuditEntry {
  /** When it really happened, by the store's own clock. */
  readonly at: string;
  readonly action: string;
  readonly subject: string;
  /** Who did it, where the write names a person. */
  readonly by: string | null;
}

/** A page to keep as a version: who saves it and why. */
export interface ProfileEntry {
  readonly profile: Profile;
  readonly at: string;
  readonly by: string;
  readonly why: string | null;
  /** The data it rests on; null for a page without data. */
  readonly snapshot: string | null;
  readonly publish: boolean;
}

/** A file that a browser sent. */
export interface Upload {
  readonly id: string;
  /** Its own name, by which it becomes a source. */
  readonly name: string;
  readonly bytes: number;
  readonly receivedAt: string;
}

/** What was given up because files of it are gone. */
export interface SteppedOver {
  /** Commits that count as undone now, newest first. */
  readonly commits: readonly Commit[];
  /** Computed results that were dropped: they are computed again when asked for. */
  readonly runs: number;
  /** Null: no commit is sound, and the head stands where it stood. */
  readonly head: Commit | null;
}

/** How a workspace is opened. */
export interface OpenStoreOptions {
  /** Make the folder a workspace when it is none yet. */
  readonly create?: boolean;
  /** The clock of the audit trail and of undo; the machine's own unless given. */
  readonly now?: () => Date;
  /** How long a second writer waits before `store.busy`; 5 seconds unless given. */
  readonly busyMs?: number;
}

/**
 * The port to the workspace's memory. Every write is one transaction after its files are safely on disk; many
 * processes may read while one writes; a second writer waits briefly, then gets `store.busy`.
 */
export interface Store {
  /** The workspace folder. */
  readonly path: string;

  /** A path for a file being written; swept when never adopted. */
  draftFile(extension: string): string;
  /** Makes a finished draft durable (fsync) under its content hash; adopting the same content twice is one file. */
  adopt(draft: string, rows: number): Promise<TableRef>;
  /**
   * Where an adopted file is; `store.file-missing` when it is gone, `store.file-damaged` when its size is another. Its
   * content is read again when its time is another, and once after the machine went down with the workspace in use.
   */
  filePath(ref: TableRef): string;
  /**
   * Deletes drafts and files that nothing refers to any more; gives how many. Commits undone more than 30 days ago
   * are forgotten; a file is never deleted within an hour of being adopted, nor a draft of a living process.
   */
  sweep(): Promise<number>;

  /** The current commit; null in a new workspace. */
  head(): Promise<Commit | null>;
  /** The commits from the head back to the first, newest first; undone ones are not among them. */
  commits(): Promise<readonly Commit[]>;
  commit(change: NewCommit): Promise<Commit>;
  /** Moves the head to its parent; `store.nothing-to-undo` when there is none. */
  undo(): Promise<{ readonly undone: Commit; readonly now: Commit | null }>;

  saveProfile(entry: ProfileEntry): Promise<ProfileVersion>;
  /** One version; `published` gives the newest when none is published yet; null when there is none. */
  profile(name: string, version: number | 'published' | 'newest'): Promise<ProfileVersion | null>;
  profiles(): Promise<readonly ProfileVersion[]>;
  publishProfile(name: string, version: number): Promise<ProfileVersion>;
  signProfile(
    name: string,
    version: number,
    sign: { readonly team: string; readonly by: string; readonly on: string },
  ): Promise<ProfileVersion>;

  addJudgement(judgement: Omit<Judgement, 'id'>): Promise<Judgement>;
  /** All that stand, oldest first; those taken back are kept but are not among them. */
  judgements(): Promise<readonly Judgement[]>;
  /** Takes a judgement back; null when none that stands has this id. */
  takeBackJudgement(
    id: number,
    taken: { readonly by: string; readonly on: string },
  ): Promise<Judgement | null>;
  addHypothesis(hypothesis: Omit<Hypothesis, 'id'>): Promise<Hypothesis>;
  hypotheses(): Promise<readonly Hypothesis[]>;

  saveRun(run: Omit<Run, 'id'>): Promise<Run>;
  /** Newest run of a kind, or null. */
  latestRun(kind: Run['kind'], where: { readonly snapshot: string | null }): Promise<Run | null>;
  /** The id of the newest run of a kind on a snapshot, without reading what it holds; null when there is none. */
  latestRunId(kind: Run['kind'], where: { readonly snapshot: string }): Promise<number | null>;
  /** All runs of a kind on a snapshot, newest first. */
  runs(kind: Run['kind'], where: { readonly snapshot: string }): Promise<readonly Run[]>;

  addJob(job: Pick<Job, 'kind' | 'request' | 'createdAt'>): Promise<Job>;
  /**
   * Changes a job that is in the state `from`; null when it is not, or when it is to run while another runs: one job
   * of a workspace runs at a time, whatever process keeps it.
   */
  updateJob(id: number, from: JobState, change: JobChange): Promise<Job | null>;
  job(id: number): Promise<Job | null>;
  /** Newest first. */
  jobs(): Promise<readonly Job[]>;
  /** Running jobs whose process is gone: dead, or of another machine (or number) and unseen for a minute. */
  lostJobs(): Promise<readonly Job[]>;
  /** Forgets jobs that are over, except the newest `keep`; gives the forgotten ones. */
  pruneJobs(keep: number): Promise<readonly Job[]>;

  /** Writes a file that comes piece by piece under `data/uploads`, in flat memory; one that is cut leaves nothing. */
  receiveUpload(name: string, bytes: AsyncIterable<Uint8Array>): Promise<Upload>;
  uploads(): Promise<readonly Upload[]>;
  /** Where it is; `upload.missing` when it is gone. */
  uploadPath(id: string): Promise<string>;
  removeUpload(id: string): Promise<void>;
  /** Deletes uploads older than a day, and cut ones, except those with the ids `kept`. */
  sweepUploads(kept: readonly string[]): Promise<void>;

  /** A setting's value; null when it was never set. */
  setting(key: string): Promise<unknown>;
  setSetting(key: string, value: unknown): Promise<void>;

  /** A sealed secret of a connection, as it was given; null when there is none. The store cannot open it. */
  secret(connection: string, name: string): Promise<string | null>;
  /** Keeps a secret that was sealed, in place of the one before. */
  setSecret(connection: string, name: string, sealed: string): Promise<void>;
  /** Forgets all secrets of a connection. */
  removeSecrets(connection: string): Promise<void>;

  /**
   * A number that grows whenever anything that a page shows was changed, by this process or another; rankings, which
   * are kept at every look, do not count.
   */
  revision(): Promise<number>;

  /** What was done to the workspace, oldest first. */
  audit(): Promise<readonly AuditEntry[]>;

  /** Reads everything: what SQLite says of the catalog, and the content of every file that it refers to. */
  checkUp(): Promise<CheckUp>;
  /** Lets nothing refer to these files (by content hash) any more, as far as there are commits without them. */
  stepOver(files: readonly string[]): Promise<SteppedOver>;
  /** The catalog at one moment as a draft, and the files that belong to it; others may write meanwhile. */
  copyCatalog(): Promise<CatalogCopy>;

  /** Releases the catalog and deletes this store's unfinished drafts. */
  close(): Promise<void>;
}
