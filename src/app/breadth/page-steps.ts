import { type Condition, describeCondition, type LabelOf, nameCountries } from '../../base/expr/index.ts';
import type { ProfileStep } from '../../stages/breadth/index.ts';
import {
  type CandidateField,
  type GroupStep,
  groupSteps,
  placeSteps,
  type WindowStep,
  windowSteps,
} from '../../stages/discovery/index.ts';
import type { Profile } from '../../stages/profile/index.ts';
import { mostMarketSteps } from '../../stages/scorecard/index.ts';
import type { ComparedUnit } from '../discover/index.ts';

/** The candidate fields of a discovery, the units that they were coded for, and the user's words for a field. */
export interface StepContext {
  readonly fields: readonly CandidateField[];
  readonly units: readonly ComparedUnit[];
  readonly labelOf: LabelOf;
}

/** The lines of a page, each loosened and tightened by a bin, a value or a region; of the first lines where they are many. */
export function pageSteps({ fit }: Profile, { fields, units, labelOf }: StepContext): readonly ProfileStep[] {
  const label = Uint8Array.from(units, (unit) => unit.label);
  const own = fields.filter(({ perAccount }) => perAccount);
  const steps = fit.flatMap(({ condition }, line) =>
    distinct(condition, stepsOf(condition, own, label)).map((step) => ({
      line,
      change: step.change,
      condition: step.condition,
      words: wordsOf(step, labelOf),
      from: describeCondition(condition, labelOf),
      to: describeCondition(step.condition, labelOf),
    })),
  );
  return steps.slice(0, mostMarketSteps);
}

type Step = WindowStep | GroupStep;

function stepsOf(
  condition: Condition,
  fields: readonly CandidateField[],
  label: Uint8Array,
): readonly Step[] {
  if (!('field' in condition)) return [];
  const of = (id: string) => fields.find((field) => field.id === id);
  const field = of(condition.field);
  if (field === undefined) return [];
  const coarser = fields.find(({ groups }) => groups === condition.field);
  const region = condition.field === 'country' ? of('region') : undefined;
  return [
    ...windowSteps(field, condition),
    ...groupSteps(field, condition, label),
    ...(coarser === undefined ? [] : groupSteps(coarser, condition, label)),
    ...(region === undefined ? [] : placeSteps({ country: field, region }, condition, label)),
  ];
}

function wordsOf(step: Step, labelOf: LabelOf): string {
  const { change, condition } = step;
  if (!('moved' in step) || step.moved === null || !('field' in condition))
    return describeCondition(condition, labelOf);
  const how = change.startsWith('wider') ? 'also' : 'without';
  return `${labelOf(condition.field)} ${how} ${nameCountries(step.moved).join(', ')}`;
}

/** Steps that lead somewhere else, and nowhere twice. */
function distinct(from: Condition, steps: readonly Step[]): readonly Step[] {
  const seen = new Set([keyOf(from)]);
  return steps.filter(({ condition }) => {
    const key = keyOf(condition);
    return !seen.has(key) && seen.add(key) !== undefined;
  });
}

function keyOf(condition: Condition): string {
  const values = 'values' in condition ? condition.values.map(String).sort() : [];
  return JSON.stringify({ ...condition, values });
}
