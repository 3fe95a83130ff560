import type { Client } from '../client/index.ts';
import type { ConnectionSettings, ConnectorContext } from '../records/index.ts';
import { type DescribedObject, describeObject } from './describe-object.ts';

/** An org of Salesforce that is being talked to. */
export interface Org {
  readonly client: Client;
  readonly context: ConnectorContext;
  readonly options: ConnectionSettings['options'];
  /** The description of an object, asked for once unless `anew`. */
  readonly describe: (object: string, anew?: boolean) => Promise<DescribedObject>;
}

/** An org behind a client. */
export function createOrg(client: Client, settings: ConnectionSettings, context: ConnectorContext): Org {
  const described = new Map<string, DescribedObject>();
  const describe = async (object: string, anew = false): Promise<DescribedObject> => {
    const known = described.get(object);
    if (known !== undefined && !anew) return known;
    const found = await describeObject(client, object);
    described.set(object, found);
    return found;
  };
  return { client, context, options: settings.options, describe };
}
