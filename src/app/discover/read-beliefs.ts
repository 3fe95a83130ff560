import { type Condition, describeCondition, plainLabel } from '../../base/expr/index.ts';
import type { Hypothesis } from '../../edges/store/index.ts';
import type { Layer } from '../../stages/dataset/index.ts';
import {
  type Belief,
  type CandidateField,
  codeTruths,
  countBelief,
  isTestable,
} from '../../stages/discovery/index.ts';
import type { CurrentData } from '../current-data.ts';
import type { Workspace } from '../workspace.ts';
import { seenAccounts } from './seen-accounts.ts';
import { truthReader } from './truth-reader.ts';
import type { ComparedUnit } from './types.ts';

/** A belief with the field that tests it; null while there is too little to test it on. */
export interface ReadBelief {
  readonly belief: Belief;
  readonly field: CandidateField | null;
}

/**
 * Beliefs that people said, each as a yes/no field of its own: what was said is what is tested, as of each unit's own
 * day, and only on units that no discovery had looked at when it was said.
 */
export async function readBeliefs(
  workspace: Workspace,
  data: CurrentData,
  request: { readonly units: readonly ComparedUnit[]; readonly asOf: string },
): Promise<readonly ReadBelief[]> {
  const hypotheses = firstSaid(await workspace.store.hypotheses());
  if (hypotheses.length === 0) return [];
  const conditions = hypotheses.map(({ condition }) => condition);
  const truthsOf = await truthReader(workspace, data, { ...request, conditions });
  const seenAt = await seenAccounts(workspace, data);
  return Promise.all(
    hypotheses.map(async ({ condition, saidOn }, i): Promise<ReadBelief> => {
      const before = await seenAt(saidOn);
      const seen = request.units.map(({ accountId }) => before.has(accountId ?? ''));
      const truths = truthsOf(condition);
      const labelOf = (name: string) => data.field('accounts', name)?.label ?? plainLabel(name);
      const label = describeCondition(condition, labelOf);
      const counts = countBelief({ truths, seen });
      const belief = { condition, label, saidOn, ...counts, pattern: null };
      if (!isTestable(counts)) return { belief, field: null };
      const unseen = truths.map((truth, at) => (seen[at] === true ? null : truth));
      return { belief, field: fieldOf(unseen, { belief, at: i, layer: layerOf(condition, data) }) };
    }),
  );
}

/** Each condition once, as it was said first. */
function firstSaid(hypotheses: readonly Hypothesis[]): readonly Hypothesis[] {
  const first = new Map<string, Hypothesis>();
  for (const hypothesis of hypotheses) {
    const key = JSON.stringify(hypothesis.condition);
    const earlier = first.get(key);
    if (earlier === undefined || hypothesis.saidOn < earlier.saidOn) first.set(key, hypothesis);
  }
  return [...first.values()];
}

function fieldOf(
  truths: readonly (boolean | null)[],
  { belief, at, layer }: { readonly belief: Belief; readonly at: number; readonly layer: Layer },
): CandidateField {
  return codeTruths(truths, {
    id: `declared:${at}`,
    label: belief.label,
    layer,
    kind: 'boolean',
    known: 'before',
    knownBy: 'user',
    searchable: true,
    perAccount: true,
    yes: belief.condition,
    no: null,
  });
}

function layerOf(condition: Condition, data: CurrentData): Layer {
  switch (condition.op) {
    case 'uses':
    case 'lacks':
      return 'technographic';
    case 'signal':
      return 'behavioural';
    case 'all':
      return layerOf(condition.conditions[0]!, data);
    default:
      return data.field('accounts', condition.field)?.layer ?? 'firmographic';
  }
}
