/** The closed catalogue of events at an account (design, section 3). A job posted is never reported as a hire. */
export const signalKinds = [
  'hired',
  'job_posted',
  'headcount_growth',
  'funding_round',
  'location_opened',
  'technology_adopted',
  'technology_dropped',
  'leadership_change',
  'custom',
] as const;

/** One kind of the catalogue. */
export type SignalKind = (typeof signalKinds)[number];
