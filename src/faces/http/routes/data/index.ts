import type { Route } from '../../types.ts';
import { patchField, postUndo, putRates } from './changes.ts';
import { getData } from './get-data.ts';
import { getField } from './get-field.ts';
import { getFields } from './get-fields.ts';
import { getQuality } from './get-quality.ts';
import { getTableFile } from './get-table-file.ts';
import { postImport, postPreview } from './post-import.ts';
import { getQuarantine, postRetry } from './quarantine.ts';
import { deleteUpload, getUploads, postUpload } from './uploads.ts';

/** Files brought in, what they hold, and what mends it. */
export const dataRoutes: readonly Route[] = [
  getData,
  getFields,
  getQuality,
  postUpload,
  getUploads,
  deleteUpload,
  postPreview,
  postImport,
  getQuarantine,
  postRetry,
  getField,
  patchField,
  putRates,
  getTableFile,
  postUndo,
];
