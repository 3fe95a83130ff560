import type { Route } from '../../types.ts';
import { patchField, postUndo, putRates } from './changes.ts';
import { getData } from './get-data.ts';
import { getQuality } from './get-quality.ts';
import { postImport, postPreview } from './post-import.ts';
import { getQuarantine, postRetry } from './quarantine.ts';
import { deleteUpload, getUploads, postUpload } from './uploads.ts';

/** Files brought in, what they hold, and what mends it. */
export const dataRoutes: readonly Route[] = [
  getData,
  getQuality,
  postUpload,
  getUploads,
  deleteUpload,
  postPreview,
  postImport,
  getQuarantine,
  postRetry,
  patchField,
  putRates,
  postUndo,
];
