import type { ConnectionChoices } from '../../src/app/sync/index.ts';
import type { SourcePort } from '../../src/app/workspace.ts';
import type {
  ReadRequest,
  RecordConnector,
  RecordPage,
  SourceField,
  SourceRecord,
} from '../../src/edges/connectors/index.ts';
import type { Connection } from '../../src/edges/store/index.ts';

/** A company of the outside system. */
export interface ScriptedCompany {
  readonly id: string;
  readonly name: string;
  readonly city: string;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly gone: 'deleted' | 'merged' | null;
}

/** The state of a system outside, as a test moves it, and what it does when it is asked. */
export interface Script {
  companies: ScriptedCompany[];
  now: number;
  readonly pageSize: number;
  /** Called before each page; may throw, as a connection that breaks. */
  beforePage: () => void;
  pages: number;
}

const field = (name: string, header: string, kind: SourceField['kind']): SourceField => ({
  name,
  label: header,
  header,
  kind,
  options: null,
  writable: true,
  derived: false,
  standard: true,
  byDefault: true,
});

const fields = [
  field('company_key', 'Record ID', 'id'),
  field('title', 'Company name', 'text'),
  field('town', 'City', 'text'),
];

/** A connector to a script: companies in the order of their change, paged by their place. */
export function scriptedConnector(script: Script): RecordConnector {
  return {
    name: 'scripted',
    label: 'Scripted',
    streams: ['companies'],
    capabilities: {
      incremental: true,
      deletions: 'listed',
      fullReadFor: [],
      merges: 'one-id',
      stageHistory: 'none',
      writeBatch: 10,
      createsFields: false,
      skips: {},
    },
    limits: [],
    needs: [],
    overlapSeconds: 60,
    open: () => ({
      check: async () => ({ account: 'Script', currency: null, streams: [], usage: null }),
      fields: async () => fields,
      stages: async () => [],
      read: async (request) => readPage(script, request),
      prepare: async () => [],
      costOfWrite: () => 0,
      write: async () => [],
      usage: () => ({
        since: new Date(0).toISOString(),
        requests: script.pages,
        used: script.pages,
        limit: null,
        unit: 'requests',
        resetsAt: null,
      }),
    }),
  };
}

function readPage(script: Script, { since, cursor }: ReadRequest): RecordPage {
  script.beforePage();
  script.pages += 1;
  const from = since === null ? 0 : Date.parse(since);
  const all = script.companies.filter(({ at, gone }) => at >= from && (since !== null || gone === null));
  const start = cursor === null ? 0 : Number(cursor);
  const page = all.slice(start, start + script.pageSize);
  const end = start + script.pageSize;
  return {
    records: page.filter(({ gone }) => gone === null).map(recordOf),
    gone: page.flatMap(({ id, gone }) => (gone === null ? [] : [{ id, how: gone, into: null }])),
    relinked: [],
    history: [],
    next: end < all.length ? String(end) : null,
    done: all.length === 0 ? 1 : Math.min(1, end / all.length),
    complete: since === null && end >= all.length,
  };
}

function recordOf({ id, name, city, at }: ScriptedCompany): SourceRecord {
  return {
    id,
    modifiedAt: new Date(at).toISOString(),
    values: { company_key: id, title: name, town: city },
    links: {},
  };
}

/** The port to a script. */
export function scriptedSources(script: Script): SourcePort {
  return {
    connectors: [scriptedConnector(script)],
    now: () => script.now,
    sleep: async (ms) => {
      script.now += ms;
    },
    random: () => 0.5,
    signal: null,
    secretsOf: () => ({ get: async () => null, set: async () => undefined }),
  };
}

/** A connection to a script, made at a moment (milliseconds since 1970), as the store keeps it. */
export function scriptedConnection(at: number): Connection {
  const settings: ConnectionChoices = {
    origin: null,
    privateOrigin: false,
    budgetShare: 0.8,
    options: {},
    streams: ['companies'],
    fields: {},
    outcomes: {},
    write: [],
    schedule: null,
    fullReadDays: 7,
  };
  return {
    name: 'crm',
    connector: 'scripted',
    settings,
    account: { account: 'Script', currency: null, streams: [], usage: null },
    usage: null,
    createdAt: new Date(at).toISOString(),
  };
}
