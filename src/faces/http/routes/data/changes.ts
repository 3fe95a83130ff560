import { z } from 'zod';
import { setField } from '../../../../app/set-field.ts';
import { setRates } from '../../../../app/set-rates.ts';
import { undoImport } from '../../../../app/undo-import.ts';
import { defineRoute } from '../../define-route.ts';
import { tableSchema } from '../../schemas/index.ts';
import { decisionOf, decisionSchema } from './decision-schema.ts';

const count = z.number().int().min(0);
const commit = z.number().int().nullable().describe('Null when everything was so already.');

/** `PATCH /fields/{table}/{field}`: what a person decides about one field; undo takes it back. */
export const patchField = defineRoute({
  method: 'patch',
  path: '/fields/{table}/{field}',
  operationId: 'patchField',
  summary: 'Decide about one field: when it is known, its spellings, what can be right; undo takes it back',
  tag: 'Data',
  params: z.object({ table: tableSchema, field: z.string() }),
  body: decisionSchema,
  response: z
    .strictObject({
      kind: z.literal('field-change'),
      table: tableSchema,
      field: z.string(),
      merged: count.describe('Values that are written as others now.'),
      emptied: count.describe('Values that were known and are unknown now.'),
      joined: z.number().int().describe('Accounts that are one with another since.'),
      commit,
      snapshot: z.string(),
      notes: z.array(z.string()),
    })
    .meta({ id: 'FieldChange' }),
  handle: async ({ workspace, now }, { params, body }) => {
    const change = await setField(workspace, { ...params, ...decisionOf(body), at: now() });
    const { kind, table, field, merged, emptied, joined, commit: made, snapshot, notes } = change;
    return {
      kind,
      table,
      field: field.name,
      merged: merged.length,
      emptied,
      joined,
      commit: made,
      snapshot,
      notes,
    };
  },
});

/** `PUT /rates`: converts sums by a table of rates that was sent, or by none any more. */
export const putRates = defineRoute({
  method: 'put',
  path: '/rates',
  operationId: 'putRates',
  summary: 'Convert sums by a dated table of rates that was sent, or by none any more; undo takes it back',
  tag: 'Data',
  body: z
    .strictObject({
      upload: z.string().nullable().describe('The file with the rates; null takes them away.'),
      base: z.string().nullable(),
      perBase: z.boolean().default(false),
    })
    .meta({ id: 'AskedRates' }),
  response: z
    .strictObject({
      kind: z.literal('rates'),
      base: z.string().nullable(),
      currencies: z.array(z.string()),
      commit,
      snapshot: z.string(),
      notes: z.array(z.string()),
    })
    .meta({ id: 'RatesChange' }),
  handle: async ({ workspace, now }, { body }) => {
    const { upload, base, perBase } = body;
    const path = upload === null ? null : await workspace.store.uploadPath(upload);
    const result = await setRates(workspace, { path, base, perBase, at: now() });
    const { kind, currencies, commit: made, snapshot, notes } = result;
    return {
      kind,
      base: result.base,
      currencies: currencies.map((each) => each.currency),
      commit: made,
      snapshot,
      notes,
    };
  },
});

/** `POST /undo`: takes back the newest change of the data. */
export const postUndo = defineRoute({
  method: 'post',
  path: '/undo',
  operationId: 'postUndo',
  summary: 'Take back the newest change of the data; nothing is deleted',
  tag: 'Data',
  body: z
    .strictObject({
      commit: z
        .number()
        .int()
        .nullable()
        .default(null)
        .describe('The change that is meant: refused when it is not the newest any more.'),
    })
    .meta({ id: 'AskedUndo' }),
  response: z
    .strictObject({
      kind: z.literal('undo'),
      undone: z.string().describe('What was taken back, as a command.'),
      snapshot: z.string().nullable(),
    })
    .meta({ id: 'Undone' }),
  handle: async ({ workspace }, { body }) => undoImport(workspace, body),
});
