import type { TableRef } from '../dataset/index.ts';

/** One record as its source has it. Every value is text, as the source writes it; several of one field are joined by `;`. */
export interface SourceRecord {
  readonly id: string;
  /** When it was last changed, ISO 8601, by the source's clock; null when the source does not know. */
  readonly modifiedAt: string | null;
  readonly values: Readonly<Record<string, string | null>>;
  /** Ids of the records it belongs to, by stream; a stream that is not named was not looked at. */
  readonly links: Readonly<Record<string, readonly string[]>>;
}

/** A record that is no more. */
export interface GoneRecord {
  readonly id: string;
  readonly how: 'deleted' | 'merged';
  /** The record that a merge left; null when deleted or untold. */
  readonly into: string | null;
}

/** When a deal entered a stage. */
export interface StageEntry {
  readonly deal: string;
  readonly stage: string;
  readonly at: string;
}

/** One page of a stream. */
export interface RecordPage {
  readonly records: readonly SourceRecord[];
  readonly gone: readonly GoneRecord[];
  /** Links that were read again by id, whether or not they differ. */
  readonly relinked: readonly Pick<SourceRecord, 'id' | 'links'>[];
  readonly history: readonly StageEntry[];
  /** Where the next page begins; null after the last. */
  readonly next: string | null;
  /** 0 to 1; null where nobody knows. */
  readonly done: number | null;
  /** On the last page: every record that exists came, so one that did not is gone. */
  readonly complete: boolean;
}

/** The columns of a stream's mirror, beside id and dates. */
export interface MirrorShape {
  /** Names of the fields, in the order of the columns `v1..vn`. */
  readonly fields: readonly string[];
  /** Streams that records belong to, in the order of the columns `to1..ton`. */
  readonly links: readonly string[];
}

/** What is known of one stream of a connection after its last sync. */
export interface StreamState {
  readonly shape: MirrorShape;
  /** All records as they were last read: the mirror. */
  readonly mirror: TableRef;
  /** When each deal entered its stages (`deal`, `stage`, `at`); null for streams without. */
  readonly history: TableRef | null;
  /** Records that merges took, with those they left (`id`, `into`); null when none was told. */
  readonly aliases: TableRef | null;
  /** Names the content as import sees it: the mirror when it last changed in more than what Bestfit writes itself. */
  readonly content: string;
  /** Everything changed before this moment is in the mirror, ISO 8601; null: the next read is a full one. */
  readonly bookmark: string | null;
  /** When the last full read began. */
  readonly fullReadAt: string;
}

/** How far a stream is within a sync that is under way. */
export interface StreamProgress {
  readonly stream: string;
  readonly shape: MirrorShape;
  /** Inclusive; null reads everything. */
  readonly since: string | null;
  /** When its first page was asked for, by our clock, ISO 8601. */
  readonly startedAt: string;
  /** Where the next page begins; null before the first, and when `ended`. */
  readonly cursor: string | null;
  readonly ended: boolean;
  readonly complete: boolean;
  /** The latest date of change that came. */
  readonly latest: string | null;
  /** Rows that came: the number of the last one. */
  readonly rows: number;
  readonly pages: number;
  /** What came so far, in order. */
  readonly deltas: readonly TableRef[];
  readonly history: readonly TableRef[];
}

/** How far a sync is, so that another process can go on. */
export interface SyncCheckpoint {
  readonly streams: readonly StreamProgress[];
}

/** What a sync changed of one stream. */
export interface StreamChanges {
  readonly added: number;
  readonly changed: number;
  readonly merged: number;
  readonly deleted: number;
  /** Records after it. */
  readonly records: number;
}
