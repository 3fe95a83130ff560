import type {
  ConnectionNeed,
  ConnectionSettings,
  ConnectorContext,
  RateLimit,
  Usage,
} from '../records/index.ts';

/** One request to a vendor, as its connector asks it. */
export interface ClientRequest {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'PUT';
  /** Path below the origin, without query: `/crm/objects/2026-09/companies`. */
  readonly path: string;
  readonly query?: Readonly<Record<string, string>>;
  /** An object is sent as JSON, a text as it is with `contentType`. */
  readonly body?: unknown;
  readonly contentType?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Which limits it counts against, by their names, beside those that count everything. */
  readonly limits?: readonly string[];
  /** Units of the day's budget; 1 unless said. */
  readonly cost?: number;
  /**
   * Whether it may be sent again when nobody knows if it was done (an answer that was cut, a 5xx): true for reads and for
   * writes that set values. What was refused before it was done (429, 401) is always sent again.
   */
  readonly repeatable: boolean;
  /** Statuses besides 2xx that are answers to the connector, not failures: 207 is 2xx; 300, 404, 409. */
  readonly alsoFine?: readonly number[];
}

/** An answer, read whole. */
export interface ClientAnswer {
  readonly status: number;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  /** Parsed when it is JSON; else the text. */
  readonly body: unknown;
}

/** What an answer that is no 2xx means. */
export type Verdict =
  /** Wait and send again: a limit, a lock, a passing failure. `seconds` null: back off. */
  | { readonly kind: 'wait'; readonly seconds: number | null; readonly why: string; readonly sure: boolean }
  /** The day's budget is used up. */
  | { readonly kind: 'spent'; readonly resetsAt: string | null }
  /** The token ended or is wrong: refresh once, then give up. */
  | { readonly kind: 'token' }
  /** The token may not do this. */
  | { readonly kind: 'forbidden'; readonly missing: string }
  | { readonly kind: 'refused'; readonly code: string; readonly message: string };

/** What differs between vendors, as data and three small functions. */
export interface VendorRules {
  /** `HubSpot` */
  readonly label: string;
  /** Used when the settings name none. */
  readonly origin: string | null;
  readonly limits: readonly RateLimit[];
  /** What the connection needs, so that a refusal can name what is missing. */
  readonly needs?: readonly ConnectionNeed[];
  /** The limit that is the day's budget: its name among `limits`; null when the vendor has none. */
  readonly dayLimit: string | null;
  /** `requests` or `tokens` */
  readonly unit: Usage['unit'];
  /** Headers that carry the token. */
  readonly authorize: (token: string) => Readonly<Record<string, string>>;
  /**
   * Makes a new access token of what the secrets hold (the client keeps it as `access-token`); null when they hold a
   * token that never ends. Where both kinds exist, it refuses with `connection.secret-missing`: a `token` that is refused
   * then ends in `connection.unauthorized`.
   */
  readonly refresh: ((io: RefreshIo) => Promise<string>) | null;
  /** Judges an answer that is no 2xx; `sure` of a wait: it was certainly not done. */
  readonly judge: (answer: ClientAnswer) => Verdict;
  /** What an answer says of the day's budget; null when it says nothing. */
  readonly usageOf: (answer: ClientAnswer) => Partial<Pick<Usage, 'used' | 'limit' | 'resetsAt'>> | null;
}

/** What getting a new token needs. */
export interface RefreshIo {
  readonly secrets: ConnectorContext['secrets'];
  readonly origin: string;
  /**
   * Sends a form to a path below the origin, without a token; gives the parsed answer. Answers that are 4xx (but 429) are
   * refused as `connection.unauthorized`, others that are no 2xx are waited out like those of other requests.
   */
  readonly post: (
    path: string,
    form: Readonly<Record<string, string>>,
    options?: FormOptions,
  ) => Promise<ClientAnswer>;
}

/** How a form is sent. */
export interface FormOptions {
  /** Where tokens are given elsewhere than at the API: `https://oauth.pipedrive.com`. */
  readonly origin?: string;
  /** The app's own secrets in a header. */
  readonly headers?: Readonly<Record<string, string>>;
}

/** The one way in which a connector talks to its vendor. */
export interface Client {
  readonly origin: string;
  readonly send: (request: ClientRequest) => Promise<ClientAnswer>;
  readonly usage: () => Usage;
}

/** Makes a client: `createClient(rules, settings, context)`. */
export type CreateClient = (
  rules: VendorRules,
  settings: ConnectionSettings,
  context: ConnectorContext,
) => Client;
