import { z } from 'zod';

const shared = [
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
  'transactions',
] as const;

/** The canonical tables. */
export const tableSchema = z.enum([...shared, 'observations']);

/** The kinds of files. */
export const fileKindSchema = z.enum([...shared, 'lookup']);
