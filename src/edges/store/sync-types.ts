import type { TableRef } from '../../stages/dataset/index.ts';
import type { JobProblem } from './job-types.ts';

/** A source of records that a person connected; its secrets are kept apart. */
export interface Connection {
  /** What a person calls it; also the beginning of its sources' names. */
  readonly name: string;
  /** Which connector: `hubspot`. */
  readonly connector: string;
  /** What a person set, as its use cases know it; holds no secret. */
  readonly settings: unknown;
  /** What the source said of itself when it was last asked. */
  readonly account: unknown;
  /** What was used of the day's budget, as far as is known; null when nothing was. */
  readonly usage: unknown;
  readonly createdAt: string;
}

/** Where a sync stands; `paused`: the day's budget is used up, it goes on when there is a new one. */
export type SyncStatus = 'running' | 'done' | 'paused' | 'failed' | 'interrupted';

/** One run of reading from a connection or writing to it. */
export interface SyncRun {
  readonly id: number;
  readonly connection: string;
  readonly kind: 'read' | 'write';
  readonly state: SyncStatus;
  readonly startedAt: string;
  readonly endedAt: string | null;
  /** How far it is, so that another process can go on. */
  readonly checkpoint: unknown;
  /** Counts of what it did; null until it ended. */
  readonly result: unknown;
  readonly error: JobProblem | null;
}

/** Plain data, with the files that it refers to: they are kept as long as it is. */
export interface Held {
  readonly value: unknown;
  readonly files: readonly TableRef[];
}

/** How a sync ends. */
export interface SyncEnd {
  readonly state: Exclude<SyncStatus, 'running'>;
  readonly endedAt: string;
  readonly result: unknown;
  readonly error: JobProblem | null;
  /** What is known of streams from now on, by stream; kept in one transaction with the end. */
  readonly streams: Readonly<Record<string, Held>>;
}

/** What the store keeps of connections; part of the `Store`. */
export interface SyncStore {
  /** By name. */
  connections(): Promise<readonly Connection[]>;
  connection(name: string): Promise<Connection | null>;
  /** Adds it, or changes what is there under its name. */
  saveConnection(connection: Connection): Promise<void>;
  /** Keeps what was used of the day's budget. */
  saveUsage(name: string, usage: unknown): Promise<void>;
  /** Forgets it, what was read through it and its runs; the data that were imported stay. */
  removeConnection(name: string): Promise<void>;

  /** What is known of each stream of a connection, by stream. */
  streamStates(connection: string): Promise<Readonly<Record<string, unknown>>>;

  /**
   * Begins a run; null while another process works on the connection. Runs whose process is gone, or that nobody saw
   * for a minute, count as interrupted from then on.
   */
  startSync(run: Pick<SyncRun, 'connection' | 'kind' | 'startedAt'>): Promise<SyncRun | null>;
  /** Keeps how far it is (null: no further than before) and that it is alive. */
  checkpointSync(id: number, checkpoint: Held | null): Promise<void>;
  endSync(id: number, end: SyncEnd): Promise<SyncRun>;
  /** Newest first; of all connections when null. */
  syncs(connection: string | null, limit: number): Promise<readonly SyncRun[]>;
}
