import { describeCondition, type LabelOf } from '../../base/expr/index.ts';
import type { ProfileStep } from '../../stages/breadth/index.ts';
import { type CandidateField, windowSteps } from '../../stages/discovery/index.ts';
import type { Profile, ProfileVersion } from '../../stages/profile/index.ts';
import { maxCodedLines } from '../../stages/scorecard/index.ts';

/** The windows of a page with each end moved to the neighbouring bin, as many as a card can hold beside its lines. */
export function pageSteps(
  { fit }: Profile,
  fields: readonly CandidateField[],
  labelOf: LabelOf,
): readonly ProfileStep[] {
  const steps = fit.flatMap(({ condition }, line) => {
    if (condition.op !== 'window' && condition.op !== 'age') return [];
    const field = fields.find(({ id, perAccount }) => id === condition.field && perAccount);
    if (field === undefined) return [];
    return windowSteps(field, condition).map((step) => ({
      ...step,
      line,
      from: describeCondition(condition, labelOf),
      to: describeCondition(step.condition, labelOf),
    }));
  });
  return steps.slice(0, Math.max(0, maxCodedLines - fit.length));
}

/** The page with the steps as lines that earn nothing, so that one pass tells how they come out. */
export function withSteps(version: ProfileVersion, steps: readonly ProfileStep[]): ProfileVersion {
  const { profile } = version;
  const lines = steps.map(({ line, condition }) => ({ ...profile.fit[line]!, condition, points: 0 }));
  return { ...version, profile: { ...profile, timing: [], fit: [...profile.fit, ...lines] } };
}
