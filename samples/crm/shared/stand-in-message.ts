/** A request as a stand-in sees it; `query` holds each parameter once, repeated ones joined by commas. */
export interface StandInRequest {
  readonly method: string;
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** Length of the path with its query, in characters. */
  readonly urlLength: number;
}

/** What a stand-in answers; `body` is text that is ready to send. */
export interface StandInAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}
