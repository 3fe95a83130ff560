export { createSecretBox } from './create-secret-box.ts';
export type * from './types.ts';
