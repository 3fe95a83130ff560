import type { Client } from '../client/index.ts';
import { apiPath } from './salesforce-settings.ts';

/** A field as Salesforce describes it, as far as a sync needs it (REST API Developer Guide, sObject Describe). */
export interface DescribedField {
  readonly name: string;
  readonly label: string;
  readonly type: string;
  readonly length?: number;
  readonly custom: boolean;
  readonly updateable: boolean;
  /** A formula or a roll-up. */
  readonly calculated: boolean;
  readonly picklistValues?: readonly { readonly value: string; readonly label: string | null }[];
}

/** An object as Salesforce describes it to this user: what may not be seen is left out. */
export interface DescribedObject {
  readonly name: string;
  readonly queryable: boolean;
  readonly updateable: boolean;
  readonly fields: readonly DescribedField[];
}

/** Asks for the description of an object, one request; refused as `connection.refused` where it may not be seen. */
export async function describeObject(client: Client, object: string): Promise<DescribedObject> {
  const path = apiPath(`sobjects/${object}/describe`);
  const { body } = await client.send({ method: 'GET', path, repeatable: true });
  return body as DescribedObject;
}
