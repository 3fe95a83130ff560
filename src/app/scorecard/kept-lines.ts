import { describeCondition, plainLabel } from '../../base/expr/index.ts';
import type { GivenLine } from '../../stages/scorecard/training/index.ts';
import { currentProfile } from '../current-card.ts';
import type { CurrentData } from '../current-data.ts';
import { type ComparedUnit, truthReader } from '../discover/index.ts';
import { findLine } from '../find-line.ts';
import type { Workspace } from '../workspace.ts';
import { answersFrom } from './training-task.ts';
import type { LearnRequest } from './types.ts';

/** The lines of the page that a person keeps on the card, with how they come out at each unit on its own day. */
export async function keptLines(
  workspace: Workspace,
  data: CurrentData,
  { request, units }: { readonly request: LearnRequest; readonly units: readonly ComparedUnit[] },
): Promise<readonly GivenLine[]> {
  if (request.keep.length === 0) return [];
  const { profile } = await currentProfile(workspace, { profile: request.profile, version: null });
  const labelOf = (field: string) => data.field('accounts', field)?.label ?? plainLabel(field);
  const lines = profile.fit.map((line) => ({ ...line, label: describeCondition(line.condition, labelOf) }));
  const kept = request.keep.map((said) => {
    const { words, points } = readKept(said);
    const line = lines[findLine(lines, words)]!;
    return { ...line, points: points ?? line.points };
  });
  const conditions = kept.map(({ condition }) => condition);
  const truthsOf = await truthReader(workspace, data, { units, asOf: request.asOf, conditions });
  return kept.map(({ condition, layer, label, points }) => ({
    condition,
    layer,
    label,
    points,
    answers: answersFrom(truthsOf(condition)),
  }));
}

/** `employees 20-120` keeps the points of the page, `employees 20-120=2` sets them. */
function readKept(said: string): { readonly words: string; readonly points: number | null } {
  const [, words = said, points = null] = /^(.*?)\s*=\s*([+-]?\d)$/.exec(said) ?? [];
  return { words, points: points === null ? null : Number(points) };
}
