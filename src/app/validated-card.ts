import type { HeldOut, Rate, RateOf } from '../stages/scorecard/outcomes/index.ts';
import type { Workspace } from './workspace.ts';

/** What the last validation of a version of the page left behind: the `result` of a run of kind `learn`. */
export interface ValidatedCard {
  readonly heldOut: HeldOut;
  /** The rate to expect of each total, by rising total. */
  readonly rates: readonly (Rate & { readonly total: number })[];
}

/** Which page, on which data. */
export interface ValidationOf {
  readonly snapshot: string;
  readonly profile: { readonly name: string; readonly version: number };
}

/** The validation of this very version on these very data, or null. */
export async function validatedCard(
  { store }: Pick<Workspace, 'store'>,
  { snapshot, profile }: ValidationOf,
): Promise<ValidatedCard | null> {
  const runs = await store.runs('learn', { snapshot });
  const run = runs.find((of) => of.profile?.name === profile.name && of.profile.version === profile.version);
  return run === undefined ? null : (run.result as ValidatedCard);
}

/**
 * The rate of a total: that of the highest total not above it of which a rate is known, below all of these that of the
 * lowest. Without a validation no rate is known.
 */
export function ratesOf(validated: ValidatedCard | null): RateOf {
  const rates = validated?.rates ?? [];
  return (total) => rates.findLast((of) => of.total <= total) ?? rates[0] ?? null;
}
