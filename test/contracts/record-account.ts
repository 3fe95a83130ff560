import type { FaultPlan, StandInClock } from '../../samples/crm/shared/index.ts';
import type {
  ConnectionSettings,
  ConnectorContext,
  ReadRequest,
  RecordConnector,
  RecordPage,
  RecordSource,
  SourceRecord,
  StreamName,
  Usage,
} from '../../src/edges/connectors/records/index.ts';
import { type TestContext, testContext } from '../connectors/test-context.ts';

/** What happened to the records of a stream, by id. */
export interface ChangedIds {
  readonly added: readonly string[];
  readonly changed: readonly string[];
  readonly deleted: readonly string[];
  readonly merged: readonly { readonly id: string; readonly into: string }[];
}

/** What can go wrong with an account that is asked over the network, and who may do it. */
export interface OnlineAccount {
  readonly faults: FaultPlan;
  /** Requests so far. */
  readonly requests: () => number;
  /** Secrets with which a token can be made new. */
  readonly renewable: Readonly<Record<string, string>>;
  /** Secrets that open nothing. */
  readonly wrong: Readonly<Record<string, string>>;
  /** Ends every token that was given. */
  readonly endTokens: () => void;
  /** What "too many requests" means there: a wait, or the end of the day's budget. */
  readonly tooMany: 'wait' | 'spent';
}

/** What is needed to see what was written. */
export interface WritableAccount {
  readonly stream: StreamName;
  /** A rule of the company keeps this record from being written; null when the account knows none. */
  readonly refuse: ((id: string) => void) | null;
}

/** An account of the vendor (or a stand-in of it) that a connector is held against, and what people do in it. */
export interface RecordAccount {
  readonly connector: RecordConnector;
  readonly settings: ConnectionSettings;
  readonly clock: StandInClock;
  readonly secrets: Readonly<Record<string, string>>;
  readonly streams: readonly StreamName[];
  /** Ids of all records that exist now. */
  readonly ids: (stream: StreamName) => readonly string[];
  /** People work: some records of each stream are added, changed, deleted, merged. */
  readonly change: () => Promise<Readonly<Record<StreamName, ChangedIds>>>;
  /** Moves a record to another company, in the way in which the vendor tells it; null where there are no links. */
  readonly relink: (() => { readonly stream: StreamName; readonly id: string; readonly to: string }) | null;
  readonly online: OnlineAccount | null;
  readonly writable: WritableAccount | null;
  readonly close: () => Promise<void>;
}

/** A connector and how an account for it is started. */
export interface ConnectorUnderTest {
  readonly connector: RecordConnector;
  /** What such accounts do not have at all, each with the reason. */
  readonly without?: Readonly<Partial<Record<'network' | 'links', string>>>;
  readonly start: () => Promise<RecordAccount>;
}

/** A source that is open, and what it told. */
export interface OpenSource {
  readonly source: RecordSource;
  readonly context: TestContext;
}

interface OpenOptions {
  readonly secrets?: Readonly<Record<string, string>>;
  readonly settings?: Partial<ConnectionSettings>;
  readonly usage?: Usage;
  readonly context?: Partial<ConnectorContext>;
}

/** Opens the account anew, as another process does. */
export function openSource(account: RecordAccount, options: OpenOptions = {}): OpenSource {
  const { secrets = account.secrets, settings, usage = null, context: changed } = options;
  const context = testContext(account.clock, secrets, { usage, ...changed });
  return { source: account.connector.open({ ...account.settings, ...settings }, context), context };
}

/** The names of fields that are read by default. */
export async function defaultFields(source: RecordSource, stream: StreamName): Promise<readonly string[]> {
  return (await source.fields(stream)).filter(({ byDefault }) => byDefault).map(({ name }) => name);
}

/** Ids as a workspace gives them: in order (shorter ones first), after one, at most so many. */
export function knownIds(ids: readonly string[]): ReadRequest['known'] {
  const isLater = (one: string, other: string) =>
    one.length === other.length ? one > other : one.length > other.length;
  const sorted = [...ids].sort((one, other) => (isLater(one, other) ? 1 : -1));
  return async (after, limit) => sorted.filter((id) => after === null || isLater(id, after)).slice(0, limit);
}

type Reading = Pick<ReadRequest, 'stream'> & Partial<ReadRequest>;

/** All pages of a stream; `next` is asked for the source of every page. */
export async function readPages(
  next: RecordSource | (() => RecordSource),
  reading: Reading,
): Promise<readonly RecordPage[]> {
  const source = () => (typeof next === 'function' ? next() : next);
  const fields = reading.fields ?? (await defaultFields(source(), reading.stream));
  const pages: RecordPage[] = [];
  for (let cursor: string | null = null; ; ) {
    const page = await source().read({ since: null, known: async () => [], ...reading, fields, cursor });
    pages.push(page);
    if (page.next === null) return pages;
    expectProgress(pages);
    cursor = page.next;
  }
}

function expectProgress(pages: readonly RecordPage[]): void {
  if (pages.length > 2000) throw new Error('a read that does not end');
}

/** What several pages tell, together: of a record that came twice, the later one counts. */
export function together(pages: readonly RecordPage[]) {
  const records = new Map<string, SourceRecord>();
  for (const page of pages) {
    for (const record of page.records) records.set(record.id, record);
    for (const { id, links } of page.relinked) {
      const known = records.get(id);
      if (known !== undefined) records.set(id, { ...known, links });
    }
  }
  return {
    records,
    gone: pages.flatMap(({ gone }) => gone),
    relinked: new Map(pages.flatMap(({ relinked }) => relinked).map(({ id, links }) => [id, links])),
    history: pages.flatMap(({ history }) => history),
    complete: pages.at(-1)?.complete ?? false,
  };
}
