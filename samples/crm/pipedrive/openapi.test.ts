import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { companyWorld } from '../shared/index.ts';
import { tokenCost } from './pipedrive-limits.ts';
import { listParameters } from './pipedrive-lists.ts';
import { pipedriveSecrets } from './pipedrive-tokens.ts';
import { writeKeys } from './pipedrive-writes.ts';
import { type PipedriveStandIn, startPipedrive } from './start-pipedrive.ts';

/** The vendor's document may not be copied: it is looked for beside the project, or where this variable says. */
const file =
  process.env.BESTFIT_PIPEDRIVE_OPENAPI ??
  fileURLToPath(new URL('../../../../shared/specs/pipedrive/openapi-v2.yaml', import.meta.url));

interface Schema {
  readonly type?: string;
  readonly nullable?: boolean;
  readonly enum?: readonly unknown[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly allOf?: readonly Schema[];
  readonly additionalProperties?: boolean | Schema;
}
interface Operation {
  readonly parameters?: readonly { readonly name: string; readonly in: string }[];
  readonly requestBody?: { readonly content: Content };
  readonly responses: Readonly<Record<string, { readonly content: Content }>>;
  readonly 'x-token-cost': number;
}
interface Content {
  readonly 'application/json': { readonly schema: Schema };
}
interface Document {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
}

/** Keys that records really have and the document leaves out or names only in its examples. */
const known = new Set(['creator_user_id', 'next_cursor']);

describe.skipIf(!existsSync(file))(
  'against Pipedrive’s own document (skipped where it is not at hand)',
  () => {
    let document: Document;
    let pipedrive: PipedriveStandIn;
    beforeAll(async () => {
      document = parse(readFileSync(file, 'utf8')) as Document;
      const world = companyWorld(1, { companies: 20, deals: 30, contacts: 40 }, Date.UTC(2026, 8, 1));
      pipedrive = await startPipedrive({ world, now: () => Date.UTC(2026, 8, 1) });
    });
    afterAll(() => pipedrive.close());

    const operation = (path: string, method = 'get'): Operation => document.paths[path]![method]!;

    it.each(Object.keys(listParameters))('the parameters of %s are in it', (path) => {
      const documented = operation(path).parameters!.filter((each) => each.in === 'query');
      const names = documented.map(({ name }) => name);
      expect(names).toEqual(expect.arrayContaining([...listParameters[path]!]));
      const refused = names.filter((name) => !listParameters[path]!.includes(name));
      const refusable = ['filter_id', 'include_fields', 'include_labels'];
      expect(refused.filter((name) => !refusable.includes(name))).toEqual([]);
    });

    it.each(['organizations', 'deals', 'persons'] as const)('the keys of a write of %s are in it', (type) => {
      const schema = operation(`/${type}/{id}`, 'patch').requestBody!.content['application/json'].schema;
      expect(Object.keys(merged(schema))).toEqual(expect.arrayContaining([...writeKeys[type]]));
    });

    it.each([
      ['get', '/organizations'],
      ['get', '/organizations/{id}'],
      ['patch', '/organizations/{id}'],
      ['get', '/deals'],
      ['get', '/deals/{id}'],
      ['get', '/deals/archived'],
      ['get', '/persons'],
      ['get', '/organizationFields'],
      ['post', '/organizationFields'],
      ['post', '/organizationFields/{field_code}/options'],
      ['get', '/pipelines'],
      ['get', '/stages'],
    ])('the token cost of %s %s is the one it states', (method, path) => {
      const asked = `/api/v2${path.replace('{id}', '7')}`;
      expect(tokenCost(method.toUpperCase(), asked)).toBe(operation(path, method)['x-token-cost']);
    });

    it.each([
      '/organizations',
      '/deals',
      '/persons',
      '/organizationFields',
      '/dealFields',
      '/personFields',
      '/pipelines',
      '/stages',
      '/organizations/{id}',
      '/deals/{id}',
      '/persons/{id}',
    ])('the answer of %s has its form', async (path) => {
      const answer = await fetch(`${pipedrive.origin}/api/v2${path.replace('{id}', '3')}`, {
        headers: { 'x-api-token': pipedriveSecrets.apiToken },
      });
      const { schema } = operation(path).responses['200']!.content['application/json'];
      expect(differences(schema, await answer.json(), '')).toEqual([]);
    });
  },
);

/** The properties of a schema with those of all that it is made of. */
function merged(schema: Schema): Readonly<Record<string, Schema>> {
  const parts = (schema.allOf ?? []).map(merged);
  return Object.assign({}, schema.properties, ...parts) as Record<string, Schema>;
}

/**
 * Where a value is not as its schema says: another type, or a key the schema does not know. Null is let through
 * everywhere: the document marks few of the fields that can be empty.
 */
function differences(schema: Schema, value: unknown, at: string): readonly string[] {
  if (value === null) return [];
  if (Array.isArray(value)) {
    if (schema.type !== 'array') return [`${at}: a list, not ${schema.type}`];
    return value.flatMap((each) =>
      schema.items === undefined ? [] : differences(schema.items, each, `${at}[]`),
    );
  }
  if (typeof value === 'object') {
    const properties = merged(schema);
    if (Object.keys(properties).length === 0 || schema.additionalProperties === true) return [];
    return Object.entries(value).flatMap(([key, each]) => {
      const inner = properties[key];
      if (inner === undefined) return known.has(key) ? [] : [`${at}.${key}: not in the document`];
      return differences(inner, each, `${at}.${key}`);
    });
  }
  const type = typeof value === 'number' && schema.type === 'integer' ? 'integer' : typeof value;
  if (schema.type === undefined || schema.type === type) return [];
  return [`${at}: ${type}, not ${schema.type}`];
}
