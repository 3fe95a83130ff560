import { z } from 'zod';

/** The layers of a profile, and what is known only as a result. */
export const layerSchema = z.enum([
  'firmographic',
  'technographic',
  'behavioural',
  'committee',
  'demographic',
  'psychographic',
  'geographic',
  'outcome',
]);
