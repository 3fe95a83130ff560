import type { RecordPage } from '../../../stages/sync/index.ts';

export type { GoneRecord, RecordPage, SourceRecord, StageEntry } from '../../../stages/sync/index.ts';

/** A kind of records that a source holds: `companies`, `deals`, `contacts`; the streams of a folder are its files. */
export type StreamName = string;

/** What a connector can do, as data: who asks for something else gets the reason in `skips`. */
export interface Capabilities {
  /** Whether it can tell what changed since a moment. */
  readonly incremental: boolean;
  /** How deleted records are told: by a list of them, or by all that are missing from a full read. */
  readonly deletions: 'listed' | 'by-full-read';
  /** Streams whose deletions are only told by a full read, although others are listed. */
  readonly fullReadFor: readonly StreamName[];
  /** What a merge leaves: a new id for both, the id of one of them, or nothing that tells. */
  readonly merges: 'new-id' | 'one-id' | 'untold';
  /** Whether it tells when a deal entered each stage. */
  readonly stageHistory: 'full' | 'latest' | 'none';
  /** Most records of one write; 0: nothing can be written. */
  readonly writeBatch: number;
  /** Whether it can make the fields that are written. */
  readonly createsFields: boolean;
  /** Why something above is not there, by the name of the capability. */
  readonly skips: Readonly<Partial<Record<keyof Capabilities, string>>>;
}

/** One published limit: so many requests (or tokens) in so many seconds. */
export interface RateLimit {
  /** What it is called in messages: `burst`, `search`, `day`. */
  readonly name: string;
  readonly requests: number;
  readonly seconds: number;
  /** Whether it counts only the requests that name it in their `limits`; all, unless said. */
  readonly named?: boolean;
  /** Where it is said. */
  readonly source: string;
}

/** A secret or setting that a connection needs. */
export interface ConnectionNeed {
  /** `token`, `refresh-token`, `client-id`, `client-secret`, `origin`. */
  readonly name: string;
  /** For people. */
  readonly label: string;
  /** Environment variable that gives it: `BESTFIT_HUBSPOT_TOKEN`. */
  readonly variable: string;
  readonly secret: boolean;
  readonly required: boolean;
}

/** A setting of the vendor that a person may know better than its API tells: the plan, the seats. */
export interface ConnectionOption {
  /** As in `ConnectionSettings.options`: `plan`. */
  readonly name: string;
  /** For people. */
  readonly label: string;
  /** What it can be; null: a whole number from 1. */
  readonly values: readonly string[] | null;
}

/** Everything that does not change of one kind of source. */
export interface RecordConnector {
  /** `hubspot` */
  readonly name: string;
  /** `HubSpot` */
  readonly label: string;
  /** In the order in which they are read. */
  readonly streams: readonly StreamName[];
  readonly capabilities: Capabilities;
  readonly limits: readonly RateLimit[];
  readonly needs: readonly ConnectionNeed[];
  /** What may be set of it beside what it needs; where nothing is said, the connector itself looks at what is set. */
  readonly options?: readonly ConnectionOption[];
  /** How far back of the last bookmark an incremental read begins, in seconds: index lag, rows that commit late. */
  readonly overlapSeconds: number;
  readonly open: (settings: ConnectionSettings, context: ConnectorContext) => RecordSource;
}

/** What a person set of one connection; holds no secret. */
export interface ConnectionSettings {
  /** Where the API is, when it is not at the vendor's usual address: `https://acme.my.salesforce.com`. */
  readonly origin: string | null;
  /** Whether `origin` may be an address of this machine or a private network: stand-ins, gateways. */
  readonly privateOrigin: boolean;
  /** Share of the day's budget that may be used, 0 to 1. */
  readonly budgetShare: number;
  /** Other settings of the vendor, by name. */
  readonly options: Readonly<Record<string, string>>;
}

/** What a connector gets from outside: no clock, wait or chance of its own. */
export interface ConnectorContext {
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Waits; rejects when the signal of the work is aborted. */
  readonly sleep: (ms: number) => Promise<void>;
  /** From 0 up to 1. */
  readonly random: () => number;
  readonly signal: AbortSignal | null;
  readonly secrets: SecretKeeper;
  /** Requests and tokens that earlier processes used today; what is used is told by `onUsage`. */
  readonly usage: Usage | null;
  readonly onUsage: (usage: Usage) => void;
  /** Told of every wait longer than a second, so that a person sees why nothing moves. */
  readonly onWait: (wait: { readonly seconds: number; readonly why: string }) => void;
}

/** Where a connection's secrets are; a refreshed token is kept at once. */
export interface SecretKeeper {
  readonly get: (name: string) => Promise<string | null>;
  readonly set: (name: string, value: string) => Promise<void>;
}

/** What was used of a day's budget, as far as is known. */
export interface Usage {
  /** The day or moment from which it counts, ISO 8601. */
  readonly since: string;
  /** Requests sent by us. */
  readonly requests: number;
  /** Units of the budget that are used, others' use included where the vendor tells it: requests or tokens. */
  readonly used: number;
  /** Units in all; null when the vendor does not tell and nobody set it. */
  readonly limit: number | null;
  readonly unit: 'requests' | 'tokens';
  /** When it is full again, ISO 8601; null when it rolls or is not known. */
  readonly resetsAt: string | null;
}

/** What a source answers when it is asked whether it can be worked with. */
export interface AccountCheck {
  /** For people: `Acme (portal 1234)`. */
  readonly account: string;
  /** Currency of sums that name none; null when not known. */
  readonly currency: string | null;
  readonly streams: readonly {
    readonly stream: StreamName;
    readonly readable: boolean;
    readonly writable: boolean;
    /** What is missing (a scope, a right), in the vendor's words; null when nothing is. */
    readonly missing: string | null;
    /** Records of it, when the vendor tells at no cost worth naming. */
    readonly records: number | null;
  }[];
  readonly usage: Usage | null;
}

/** One field of a stream, as the source describes it. */
export interface SourceField {
  /** As in the API: `numberofemployees`, a 40-digit key. */
  readonly name: string;
  /** As people see it there. */
  readonly label: string;
  /** The header under which its values are imported: the one of the vendor's own exports for standard fields, else the label. */
  readonly header: string;
  /**
   * `id`: its own or that of another record; `stage`: the step of its pipeline in which a deal is; `outcome`: whether it is
   * won, lost or open, in these words.
   */
  readonly kind:
    | 'id'
    | 'stage'
    | 'outcome'
    | 'text'
    | 'number'
    | 'money'
    | 'date'
    | 'moment'
    | 'boolean'
    | 'option'
    | 'options';
  /** What values stand for: options, owners, stages; null when values are what they are. */
  readonly options: readonly { readonly value: string; readonly label: string }[] | null;
  readonly writable: boolean;
  /** Worked out by the source (a formula), so that a change does not always move the record's date. */
  readonly derived: boolean;
  /** Part of every account of the vendor; else somebody's own. */
  readonly standard: boolean;
  /** Read unless a person chose otherwise. */
  readonly byDefault: boolean;
}

/** One step of a pipeline. */
export interface SourceStage {
  readonly id: string;
  readonly label: string;
  readonly pipeline: string;
  /** From 0, in the order of the pipeline. */
  readonly place: number;
  /** What being in it means, as far as the source says; null when it leaves it open. */
  readonly outcome: 'won' | 'lost' | 'open' | null;
}

/** What to read of a stream. */
export interface ReadRequest {
  readonly stream: StreamName;
  /** Names of fields. */
  readonly fields: readonly string[];
  /** Inclusive, ISO 8601: only what changed since; null reads everything. */
  readonly since: string | null;
  /** Where the page before ended; null begins. Any process may go on from it. */
  readonly cursor: string | null;
  /** Ids that are known already, in order, after a given one: for sources whose links must be read again by id. */
  readonly known: (after: string | null, limit: number) => Promise<readonly string[]>;
}

/** A field that Bestfit writes. */
export interface WriteField {
  /** `bestfit_tier` */
  readonly name: string;
  readonly label: string;
  readonly description: string;
  readonly kind: 'text' | 'long-text' | 'number' | 'date' | 'option';
  readonly options: readonly string[] | null;
}

/** What became of the fields to be written. */
export interface PreparedField {
  readonly name: string;
  /** As the source names it: `Bestfit_Tier__c`, a 40-digit key; null when it is not there. */
  readonly target: string | null;
  readonly state: 'there' | 'created' | 'missing';
  /** Why it is missing and what a person must do; null when it is there. */
  readonly remedy: string | null;
}

/** Values to be written to one record, by the name the source has for the field. */
export interface RecordWrite {
  readonly id: string;
  readonly values: Readonly<Record<string, string | number | null>>;
}

/** What became of one record of a write. */
export type WriteResult =
  | { readonly id: string; readonly kind: 'written' }
  /** The record answers to another id now. */
  | { readonly id: string; readonly kind: 'moved'; readonly to: string }
  | { readonly id: string; readonly kind: 'failed'; readonly code: string; readonly message: string };

/** An open connection to a source. Refusals are BestfitErrors `connection.*`. */
export interface RecordSource {
  readonly check: () => Promise<AccountCheck>;
  readonly fields: (stream: StreamName) => Promise<readonly SourceField[]>;
  /** Of all pipelines, in order; none for sources without. */
  readonly stages: () => Promise<readonly SourceStage[]>;
  readonly read: (request: ReadRequest) => Promise<RecordPage>;
  /** Finds the fields to be written and, where `create`, makes those that are missing. */
  readonly prepare: (
    stream: StreamName,
    fields: readonly WriteField[],
    options: { readonly create: boolean },
  ) => Promise<readonly PreparedField[]>;
  /** Units of the day's budget that a write of so many records costs. */
  readonly costOfWrite: (records: number) => number;
  /** Writes at most `writeBatch` records; a failed one does not keep the others. Nothing is ever created or deleted. */
  readonly write: (stream: StreamName, batch: readonly RecordWrite[]) => Promise<readonly WriteResult[]>;
  readonly usage: () => Usage;
}
