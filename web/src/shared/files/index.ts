export { handFiles, takeFiles } from './handed-files.ts';
