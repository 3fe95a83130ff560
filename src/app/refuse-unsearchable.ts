import { BestfitError } from '../base/errors/index.ts';
import type { Finding } from '../stages/profile/index.ts';

/** Refuses a page with a condition that no source can search: a wish is not a filter (requirement E4). */
export function refuseUnsearchable(findings: readonly Finding[]): void {
  const errors = findings.filter((finding) => finding.severity === 'error');
  if (errors.length === 0) return;
  throw new BestfitError('profile.unsearchable', {
    problems: errors.map(({ path, message, remedy }) => ({ path, message, remedy })),
  });
}
