import { type Profile, profileStatus } from '../stages/profile/index.ts';
import { type ValidationOf, validatedCard } from './validated-card.ts';
import type { Workspace } from './workspace.ts';

/** The status that some fit lines have earned on the current data: a validation of these very points counts, no other. */
export async function earnedStatus(
  workspace: Pick<Workspace, 'store'>,
  { snapshot, fit }: { readonly snapshot: string | null; readonly fit: Profile['fit'] },
): Promise<Profile['status']> {
  const of: ValidationOf | null = snapshot === null ? null : { snapshot, fit };
  const validated = of === null ? null : await validatedCard(workspace, of);
  return profileStatus(fit, validated?.aucLow ?? null);
}
