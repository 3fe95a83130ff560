import { BestfitError } from '../../base/errors/index.ts';
import { describeCondition, foldText, plainLabel } from '../../base/expr/index.ts';
import type { FitLine } from '../../stages/profile/index.ts';
import type { GivenLine } from '../../stages/scorecard/training/index.ts';
import { currentProfile } from '../current-card.ts';
import type { CurrentData } from '../current-data.ts';
import { type ComparedUnit, truthReader } from '../discover/index.ts';
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
  const lines = profile.fit.map((line) => ({ line, label: describeCondition(line.condition, labelOf) }));
  const kept = request.keep.map((said) => findKept(lines, said));
  const conditions = kept.map(({ line }) => line.condition);
  const truthsOf = await truthReader(workspace, data, { units, asOf: request.asOf, conditions });
  return kept.map(({ line, label, points }) => ({
    condition: line.condition,
    layer: line.layer,
    label,
    points,
    answers: answersFrom(truthsOf(line.condition)),
  }));
}

interface Named {
  readonly line: FitLine;
  readonly label: string;
}

/** `employees 20-120` keeps the points of the page, `employees 20-120=2` sets them. */
function findKept(lines: readonly Named[], said: string): Named & { readonly points: number } {
  const [, words = said, points = null] = /^(.*?)\s*=\s*([+-]?\d)$/.exec(said) ?? [];
  const wanted = foldText(words);
  const exact = lines.filter(({ label }) => foldText(label) === wanted);
  const found = exact.length > 0 ? exact : lines.filter(({ label }) => foldText(label).includes(wanted));
  if (found.length !== 1) {
    const known = lines.map(({ label, line }) => `${label} (${line.points})`);
    throw new BestfitError('scorecard.no-such-line', { line: words, matches: found.length, known });
  }
  return { ...found[0]!, points: points === null ? found[0]!.line.points : Number(points) };
}
