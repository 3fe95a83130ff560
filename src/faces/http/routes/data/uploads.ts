import { z } from 'zod';
import { BestfitError } from '../../../../base/errors/index.ts';
import { defineRoute } from '../../define-route.ts';
import { defineStream } from '../../define-stream.ts';

const uploadSchema = z
  .strictObject({
    id: z.string(),
    name: z.string().describe('The name of the file, by which it becomes a source.'),
    bytes: z.number().int().min(0),
    receivedAt: z.string(),
  })
  .meta({ id: 'Upload' });

const uploadId = z.object({ id: z.string() });

/** `POST /uploads`: takes one file as the body of the request, of any size; a cut one leaves nothing. */
export const postUpload = defineStream({
  method: 'post',
  path: '/uploads',
  operationId: 'postUpload',
  summary: 'Send one file as the body; it is kept in the workspace until it is imported, or for a day',
  tag: 'Data',
  query: z.object({ name: z.string().min(1).describe('The name of the file, with its ending.') }),
  produces: ['application/json'],
  handle: async ({ workspace }, { query, request }) => {
    try {
      const upload = await workspace.store.receiveUpload(query.name, bodyOf(request, query.name));
      return Response.json(upload, { status: 201 });
    } catch (error) {
      if (error instanceof BestfitError) throw error;
      throw new BestfitError('upload.cut', { file: query.name }, { cause: error });
    }
  },
});

/** The bytes of a request; an end before the length that it promised is a cut. */
async function* bodyOf(request: Request, file: string): AsyncIterable<Uint8Array> {
  const promised = request.headers.get('content-length');
  let received = 0;
  for await (const bytes of request.body ?? []) {
    received += bytes.byteLength;
    yield bytes;
  }
  if (promised !== null && received < Number(promised)) throw new BestfitError('upload.cut', { file });
}

/** `GET /uploads`: the files that were sent and are still kept. */
export const getUploads = defineRoute({
  method: 'get',
  path: '/uploads',
  operationId: 'getUploads',
  summary: 'Files that were sent and are kept: those not imported yet, and the originals of sources',
  tag: 'Data',
  response: z
    .strictObject({ kind: z.literal('uploads'), uploads: z.array(uploadSchema) })
    .meta({ id: 'Uploads' }),
  handle: async ({ workspace }) => ({ kind: 'uploads' as const, uploads: await workspace.store.uploads() }),
});

/** `DELETE /uploads/{id}`: deletes a file that was sent; what was imported from it stays. */
export const deleteUpload = defineRoute({
  method: 'delete',
  path: '/uploads/{id}',
  operationId: 'deleteUpload',
  summary: 'Delete a file that was sent; what was imported from it stays',
  tag: 'Data',
  params: uploadId,
  response: z.strictObject({ kind: z.literal('deleted'), id: z.string() }).meta({ id: 'Deleted' }),
  handle: async ({ workspace }, { params }) => {
    await workspace.store.removeUpload(params.id);
    return { kind: 'deleted' as const, id: params.id };
  },
});
