import { z } from 'zod';
import { BestfitError } from '../../../base/errors/index.ts';
import type { Client } from '../client/index.ts';
import { type FieldDefinition, fieldDefinition } from './field-definition.ts';
import { listAll } from './list-all.ts';
import { pipedriveCosts } from './pipedrive-settings.ts';
import type { PipedriveStream } from './pipedrive-streams.ts';
import { readList } from './read-list.ts';

const named = z.looseObject({ id: z.number(), name: z.string() });
const pipeline = z.looseObject({ ...named.shape, order_nr: z.number().nullish() });
const stage = z.looseObject({ ...named.shape, order_nr: z.number().nullish(), pipeline_id: z.number() });

/** A person of the account. */
export type PipedriveUser = z.infer<typeof named>;
/** A pipeline, and one step of it. */
export type PipedrivePipeline = z.infer<typeof pipeline>;
export type PipedriveStage = z.infer<typeof stage>;

/** What an account has set up, each list read once for as long as the source is open. */
export interface AccountLists {
  readonly fields: (stream: PipedriveStream) => Promise<readonly FieldDefinition[]>;
  /** Null where the token may not see them: their ids then stand for themselves. */
  readonly users: () => Promise<readonly PipedriveUser[] | null>;
  readonly pipelines: () => Promise<readonly PipedrivePipeline[]>;
  readonly stages: () => Promise<readonly PipedriveStage[]>;
  /** Fields of a stream are read anew when they are asked for next. */
  readonly forgetFields: (stream: PipedriveStream) => void;
}

/** Lists of an account, read when they are asked for. */
export function accountLists(client: Client): AccountLists {
  const fields = new Map<string, Promise<readonly FieldDefinition[]>>();
  const { list, stages, users } = pipedriveCosts;
  return {
    fields: (stream) => {
      const read =
        fields.get(stream.name) ?? listAll(client, { path: stream.fieldsPath, cost: list }, fieldDefinition);
      fields.set(stream.name, read);
      read.catch(() => fields.delete(stream.name));
      return read;
    },
    users: once(() => readUsers(client, users)),
    pipelines: once(() => listAll(client, { path: '/api/v2/pipelines', cost: stages }, pipeline)),
    stages: once(() => listAll(client, { path: '/api/v2/stages', cost: stages }, stage)),
    forgetFields: (stream) => fields.delete(stream.name),
  };
}

/** All users come on one page, of the older version of the API; apps need a right of their own to see them. */
async function readUsers(client: Client, cost: number): Promise<readonly PipedriveUser[] | null> {
  try {
    const answer = await client.send({ method: 'GET', path: '/api/v1/users', cost, repeatable: true });
    return readList(named, answer).items;
  } catch (error) {
    if (error instanceof BestfitError && error.code === 'connection.forbidden') return null;
    throw error;
  }
}

/** The same reading for all who ask; one that failed is not kept. */
function once<T>(read: () => Promise<T>): () => Promise<T> {
  let kept: Promise<T> | null = null;
  return () => {
    kept ??= read().catch((error: unknown) => {
      kept = null;
      throw error;
    });
    return kept;
  };
}
