import { hashSeed, mean, type ReliabilityBin, reliabilityCurve } from '../../../base/stats/index.ts';
import { assignFolds, groupUnits, type TrainingTask, type UnitGroups } from '../training/index.ts';
import { gainOver } from './gain-over.ts';
import { holdOut } from './hold-out.ts';
import { binsFor, judgeRounds } from './judge-rounds.ts';
import { type FoldPlan, planFolds } from './plan-folds.ts';
import { splitForward } from './split-forward.ts';
import type { CardVerdict, HeldOutFigures, Round, Validation } from './types.ts';

/** Progress and chance of a validation. */
export interface ValidateRequest {
  readonly seed: number;
  /** Called after every card that was learned without some of the units, with how many there will be. */
  readonly onFold: (done: number, of: number) => void;
}

/** Units below which no figure is told as settled (statistics.md, section 6). */
const SMALL = 60;

/**
 * How cards of this kind do on units that they were not learned from: repeated cross-validation and, where dates allow, the
 * later units by a card of the earlier. Everything that looks at outcomes is done anew without the units held out: the line
 * under the best, the leak scan, discovery, the rubric, its price, points and tiers.
 */
export function validateCard(
  task: TrainingTask,
  { seed, onFold }: ValidateRequest,
): Validation & {
  readonly rounds: readonly Round[];
} {
  const { label, startedOn, cluster } = task.discovery;
  const groups = groupUnits(task.discovery);
  const plan = planFolds(
    label.length,
    label.reduce((sum, y) => sum + y, 0),
  );
  const split = splitForward(startedOn, label, cluster);
  const cards = plan.repeats * plan.folds + ('why' in split ? 0 : 1);
  let done = 0;
  const step = () => onFold(++done, cards);
  const rounds = roundsOf(task, { plan, groups, seed, step });
  const judged = { label, groups: groups.of, seed };
  const random = judgeRounds({ ...judged, rounds });
  const forward = 'why' in split ? null : forwardOf(task, { ...split, groups, seed, step });
  return {
    ...verdictOf(random, label.length),
    ...plan,
    groupedBy: groups.by,
    groups: groups.size,
    seed,
    random,
    forward,
    whyNoForward: 'why' in split ? split.why : null,
    optimism: forward && random.rivals.card.auc.value - forward.rivals.card.auc.value,
    gains: { rubric: gainOver('rubric', rounds, label), single: gainOver('single', rounds, label) },
    reliability: reliabilityOf(rounds, label),
    prices: countPrices(rounds),
    rounds,
  };
}

function roundsOf(
  task: TrainingTask,
  of: {
    readonly plan: FoldPlan;
    readonly groups: UnitGroups;
    readonly seed: number;
    readonly step: () => void;
  },
): readonly Round[] {
  return Array.from({ length: of.plan.repeats }, (_, repeat) => {
    const seed = hashSeed(`${of.seed} repeat ${repeat}`);
    const folds = assignFolds(of.groups.of, task.discovery.label, { folds: of.plan.folds, seed });
    return holdOut(task, { folds, groups: of.groups, seed, onFold: of.step });
  });
}

function forwardOf(
  task: TrainingTask,
  of: {
    readonly folds: Int32Array;
    readonly from: number;
    readonly groups: UnitGroups;
    readonly seed: number;
    readonly step: () => void;
  },
): NonNullable<Validation['forward']> {
  const { folds, groups, seed } = of;
  const round = holdOut(task, { folds, groups, seed: hashSeed(`${seed} forward`), onFold: of.step });
  const figures = judgeRounds({ rounds: [round], label: task.discovery.label, groups: groups.of, seed });
  return { ...figures, from: of.from, trainedOn: folds.filter((fold) => fold < 0).length };
}

/** Held to the base rate: under 60 units the interval is too wide to settle anything but failure. */
function verdictOf({ rivals }: HeldOutFigures, units: number): { readonly verdict: CardVerdict } {
  const { low, value } = rivals.card.auc;
  if (units < SMALL) return { verdict: value > 0.5 ? 'cannot-tell' : 'no-evidence' };
  return { verdict: low > 0.5 ? 'holds' : 'no-evidence' };
}

function reliabilityOf(rounds: readonly Round[], label: Uint8Array): readonly ReliabilityBin[] {
  const chances = Float64Array.from(label, (_, unit) =>
    mean(rounds.map(({ forecasts }) => forecasts.card.chances[unit]!)),
  );
  return reliabilityCurve(chances, label, binsFor(label.length));
}

function countPrices(rounds: readonly Round[]): Validation['prices'] {
  const counts = new Map<number, number>();
  for (const price of rounds.flatMap(({ prices }) => prices)) counts.set(price, (counts.get(price) ?? 0) + 1);
  return [...counts]
    .map(([price, folds]) => ({ price: Number.isFinite(price) ? price : null, folds }))
    .sort((one, other) => other.folds - one.folds);
}
