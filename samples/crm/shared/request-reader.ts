import type { z } from 'zod';
import type { StandInRequest } from './stand-in-message.ts';

/** How a vendor refuses what it cannot read, each in its own words. */
export interface ReadRefusals {
  /** A query parameter beside a body; null where the vendor lets it pass. */
  readonly stray: ((parameter: string) => Error) | null;
  readonly mediaType: () => Error;
  readonly noJson: () => Error;
  /** What does not fit: where (empty for all of it), and why. */
  readonly misfit: (where: string, why: string) => Error;
}

/** Reads requests by schemas; what a schema does not know is refused. */
export interface RequestReader {
  readonly readQuery: <S extends z.ZodType>(schema: S, request: StandInRequest) => z.infer<S>;
  /** The JSON body. */
  readonly readBody: <S extends z.ZodType>(schema: S, request: StandInRequest) => z.infer<S>;
}

/** The reader of a vendor's requests. */
export function requestReader({ stray, mediaType, noJson, misfit }: ReadRefusals): RequestReader {
  const read = <S extends z.ZodType>(schema: S, value: unknown): z.infer<S> => {
    const result = schema.safeParse(value);
    if (result.success) return result.data;
    const issue = result.error.issues[0]!;
    throw misfit(issue.path.join('.'), issue.message);
  };
  const jsonOf = (text: string): unknown => {
    try {
      return JSON.parse(text);
    } catch {
      throw noJson();
    }
  };
  return {
    readQuery: (schema, { query }) => read(schema, query),
    readBody: (schema, { query, headers, body }) => {
      const parameter = Object.keys(query)[0];
      if (stray !== null && parameter !== undefined) throw stray(parameter);
      if (!(headers['content-type'] ?? '').startsWith('application/json')) throw mediaType();
      return read(schema, jsonOf(body));
    },
  };
}
