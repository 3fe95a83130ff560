import type { ProfileStep } from '../../stages/breadth/index.ts';
import type { CandidateField } from '../../stages/discovery/index.ts';
import type { ProfileVersion } from '../../stages/profile/index.ts';
import { allAccounts } from '../account-columns.ts';
import { currentProfile } from '../current-card.ts';
import type { CurrentData } from '../current-data.ts';
import type { ComparedUnit, Comparison } from '../discover/index.ts';
import { hasProspects } from '../has-prospects.ts';
import type { Workspace } from '../workspace.ts';
import { pageSteps } from './page-steps.ts';

/** The current page, the steps that loosen or tighten it, and the units that it is held against. */
export interface SteppedPage {
  readonly version: ProfileVersion;
  readonly steps: readonly ProfileStep[];
  readonly units: readonly ComparedUnit[];
}

/** The current page with its steps; null when there is none, or nobody who never was a customer. */
export async function steppedPage(
  workspace: Workspace,
  data: CurrentData,
  { comparison, fields }: { readonly comparison: Comparison; readonly fields: readonly CandidateField[] },
): Promise<SteppedPage | null> {
  if ((await workspace.store.profiles()).length === 0) return null;
  if (!(await hasProspects(workspace, data, allAccounts(data)))) return null;
  const version = await currentProfile(workspace, { profile: null, version: null });
  const labelOf = (field: string) => data.field('accounts', field)?.label ?? field;
  const { units } = comparison;
  return { version, steps: pageSteps(version.profile, { fields, units, labelOf }), units };
}
