import type { Usage } from '../../edges/connectors/index.ts';
import type { StreamChanges } from '../../stages/sync/index.ts';
import type { ImportResult } from '../import-files.ts';
import type { WorkEvent } from '../work-event.ts';

/** What being in a stage means for a deal. */
export type StageOutcome = 'won' | 'lost' | 'open';

/** When a connection is synced by itself while `bestfit serve` runs. */
export interface Schedule {
  /** Five fields: minute, hour, day of the month, month, day of the week. */
  readonly cron: string;
  /** `Europe/Madrid`; the machine's own when null. */
  readonly timeZone: string | null;
  /** Whether it also scores and writes back. */
  readonly write: boolean;
  /** When it was set, ISO 8601: nothing before is due. */
  readonly since: string;
}

/** What a person set of a connection. */
export interface ConnectionChoices {
  readonly origin: string | null;
  readonly privateOrigin: boolean;
  /** Share of the day's budget that a day's syncs may use, 0 to 1. */
  readonly budgetShare: number;
  /** The vendor's own settings, by name. */
  readonly options: Readonly<Record<string, string>>;
  /** Streams that are read. */
  readonly streams: readonly string[];
  /** Fields to read beside those read by default, and those of them to leave, by stream. */
  readonly fields: Readonly<
    Record<string, { readonly add: readonly string[]; readonly leave: readonly string[] }>
  >;
  /** What a person said that stages mean, by id; others mean what the source says. */
  readonly outcomes: Readonly<Record<string, StageOutcome>>;
  /** What is written back: names of `writableFields`; none is written unless chosen. */
  readonly write: readonly string[];
  readonly schedule: Schedule | null;
  /** Streams whose deletions only a full read tells are read in full after so many days. */
  readonly fullReadDays: number;
}

/** What a sync is asked. */
export interface SyncRequest {
  /** Null: the only one there is. */
  readonly connection: string | null;
  /** Read everything again. */
  readonly full: boolean;
  /** Corrections of where columns go, kept with the sources (see `importFiles`). */
  readonly maps: readonly { readonly column: string; readonly field: string; readonly file?: string }[];
  /** Start of the work, ISO 8601. */
  readonly at: string;
  readonly onProgress: (event: WorkEvent) => void;
}

/** What a sync did to one stream. */
export interface SyncedStream extends StreamChanges {
  readonly stream: string;
  readonly mode: 'full' | 'incremental';
  readonly pages: number;
  /** Records that came, repeats included. */
  readonly received: number;
}

/** What a sync did. */
export interface SyncResult {
  readonly kind: 'sync';
  readonly connection: string;
  readonly connector: string;
  /** `paused`: the day's budget is used up; what was read is kept, and the next sync goes on from it. */
  readonly state: 'done' | 'paused';
  /** Whether it went on from a run that did not end. */
  readonly resumed: boolean;
  readonly streams: readonly SyncedStream[];
  /** Requests that this run sent. */
  readonly requests: number;
  /** Seconds that it waited for limits. */
  readonly waited: number;
  readonly usage: Usage;
  /** Why it paused, in words; null when it is done. */
  readonly pause: { readonly message: string; readonly resetsAt: string | null } | null;
  /** Null when the data are as they were. */
  readonly imported: ImportResult | null;
}

/** What writing back is asked. */
export interface WriteBackRequest {
  /** Null: the only one there is. */
  readonly connection: string | null;
  /** The day by which the list is scored, `YYYY-MM-DD`. */
  readonly asOf: string;
  readonly at: string;
  /** Show what would be written; write nothing. */
  readonly dryRun: boolean;
  readonly onProgress: (event: WorkEvent) => void;
}

/** One value that differs between the list and the CRM. */
export interface WriteChange {
  /** Name of the writable field: `tier`. */
  readonly field: string;
  /** What stands there; null when nothing does. */
  readonly from: string | null;
  readonly to: string | null;
}

/** What writing back would do, or did. */
export interface WriteBackResult {
  readonly kind: 'write-back';
  readonly connection: string;
  readonly connector: string;
  readonly dryRun: boolean;
  /** `paused`: the day's budget is used up; the next one goes on with what is left. */
  readonly state: 'planned' | 'done' | 'paused';
  /** What a person chose to be written. */
  readonly fields: readonly string[];
  /** Fields that are not in the CRM (they are made by the first write where the CRM lets it), with what to do. */
  readonly missing: readonly {
    readonly field: string;
    readonly state: 'to-create' | 'missing';
    readonly remedy: string | null;
  }[];
  readonly accounts: {
    /** On the scored list. */
    readonly scored: number;
    /** Of those, with a record in the CRM. */
    readonly found: number;
    readonly unchanged: number;
    /** With a value that differs. */
    readonly changed: number;
  };
  readonly written: number;
  readonly failed: {
    readonly total: number;
    /** The first 50. */
    readonly first: readonly {
      readonly id: string;
      readonly name: string | null;
      readonly code: string;
      readonly message: string;
    }[];
  };
  /** Records that are still to be written. */
  readonly left: number;
  readonly budget: {
    readonly unit: 'requests' | 'tokens';
    /** What writing all of `changed` costs. */
    readonly cost: number;
    readonly used: number;
    /** Null when the vendor does not tell. */
    readonly limit: number | null;
    /** Of the limit, 0 to 1. */
    readonly share: number;
    /** Days it takes, today included; null when nobody knows the budget. */
    readonly days: number | null;
    readonly resetsAt: string | null;
  };
  /** The first 20 records that differ. */
  readonly first: readonly {
    readonly id: string;
    readonly name: string | null;
    readonly changes: readonly WriteChange[];
  }[];
}
