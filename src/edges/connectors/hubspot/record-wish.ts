import type { StreamName } from '../records/index.ts';
import { hubspotStream } from './hubspot-streams.ts';
import { mergedProperty } from './merged-into.ts';

/** What of a stream is asked for. */
export interface RecordWish {
  readonly stream: StreamName;
  readonly fields: readonly string[];
}

/** The properties to ask for: those wished, the date of the last change, and what was merged into the record. */
export function askedProperties({ stream, fields }: RecordWish): readonly string[] {
  return [...new Set([...fields, hubspotStream(stream).modified, mergedProperty])];
}

/** The property whose history is asked for, when it is among the fields; none else. */
export function askedHistory({ stream, fields }: RecordWish): readonly string[] {
  const { history } = hubspotStream(stream);
  return history !== null && fields.includes(history) ? [history] : [];
}
