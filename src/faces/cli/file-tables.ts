import type { FileKind, TableName } from '../../stages/dataset/index.ts';

/** Tables that a file can fill; held here so that help needs no part of the product loaded. */
export const fileTables = [
  'accounts',
  'customers',
  'deals',
  'people',
  'technologies',
  'signals',
  'coverage',
  'judgements',
  'feedback',
  'touches',
] as const satisfies readonly (TableName & FileKind)[];
