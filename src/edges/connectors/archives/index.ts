export { gunzipFile } from './gunzip-file.ts';
export { unzipFiles } from './unzip-files.ts';
