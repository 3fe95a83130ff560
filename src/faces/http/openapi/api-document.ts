import { z } from 'zod';
import { problemSchema } from '../problem.ts';
import type { Route } from '../types.ts';
import { apiPrefix } from './api-prefix.ts';

type Json = Readonly<Record<string, unknown>>;

/** The OpenAPI document (3.1) of the routes, made of the same schemas that check the requests. */
export function apiDocument(routes: readonly Route[]): Json {
  const schemas: Record<string, unknown> = {};
  const schemaOf = (schema: z.ZodType, io: 'input' | 'output'): unknown => {
    const { $defs = {}, $schema: _, ...own } = z.toJSONSchema(schema, { io });
    const { id, ...named } = own as Record<string, unknown>;
    for (const [name, definition] of Object.entries($defs)) schemas[name] ??= withoutId(definition);
    if (typeof id === 'string') {
      schemas[id] ??= named;
      return { $ref: `#/components/schemas/${id}` };
    }
    return named;
  };
  const paths: Record<string, Record<string, unknown>> = {};
  for (const route of routes) {
    paths[`${apiPrefix}${route.path}`] ??= {};
    paths[`${apiPrefix}${route.path}`]![route.method] = operationOf(route, schemaOf);
  }
  const document = {
    openapi: '3.1.0',
    info: {
      title: 'Bestfit',
      version: '1',
      description: 'Every use case of Bestfit over HTTP, for the web app and for programs.',
    },
    paths,
    components: {
      schemas,
      securitySchemes: { token: { type: 'http', scheme: 'bearer' } },
    },
    security: [{ token: [] }],
  };
  return JSON.parse(JSON.stringify(document).replaceAll('"#/$defs/', '"#/components/schemas/')) as Json;
}

type SchemaOf = (schema: z.ZodType, io: 'input' | 'output') => unknown;

function operationOf(route: Route, schemaOf: SchemaOf): Json {
  const { input, response, produces, status } = route;
  const problem = { 'application/problem+json': { schema: schemaOf(problemSchema, 'output') } };
  const streams = Object.fromEntries(produces.map((type) => [type, { schema: { type: 'string' } }]));
  return {
    operationId: route.operationId,
    summary: route.summary,
    tags: [route.tag],
    parameters: [
      ...parametersOf('path', input.params, schemaOf),
      ...parametersOf('query', input.query, schemaOf),
    ],
    ...(input.body === undefined
      ? {}
      : {
          requestBody: {
            required: true,
            content: { 'application/json': { schema: schemaOf(input.body, 'input') } },
          },
        }),
    responses: {
      [status]: {
        description: 'Done.',
        content:
          response === null ? streams : { 'application/json': { schema: schemaOf(response, 'output') } },
      },
      default: { description: 'Refused.', content: problem },
    },
  };
}

/** Parameters are stated by hand: what is read from an address is a text first. */
function parametersOf(place: 'path' | 'query', schema: z.ZodObject | undefined, schemaOf: SchemaOf) {
  return Object.entries(schema?.shape ?? {}).map(([name, field]) => {
    const isOptional = (field as z.ZodType).safeParse(undefined).success;
    return {
      name,
      in: place,
      required: place === 'path' || !isOptional,
      schema: schemaOf(field as z.ZodType, 'input'),
    };
  });
}

function withoutId(definition: unknown): unknown {
  const { id: _, ...rest } = definition as Record<string, unknown>;
  return rest;
}
