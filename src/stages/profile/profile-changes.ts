import {
  type Condition,
  type Duration,
  formatDuration,
  type LabelOf,
  plainLabel,
} from '../../base/expr/index.ts';
import { diffCommittee } from './diff-committee.ts';
import { type DiffLinesOptions, diffLines, type ToldChange } from './diff-lines.ts';
import { diffSettings } from './diff-settings.ts';
import type {
  AntiLine,
  ChangeCode,
  Evidence,
  EvidenceLine,
  FitLine,
  Profile,
  ProfileChange,
  TimingLine,
} from './types.ts';
import { writeProfile } from './write-profile.ts';

/**
 * What changed between two profiles, in words and by place. Empty exactly when both write the same page.
 *
 * @example
 * profileChanges(before, after).map(({ words }) => words);
 * // ['employees window widened from 20-80 to 20-120', 'points of industry is clinic 3 -> 2']
 */
export function profileChanges(
  before: Profile,
  after: Profile,
  labelOf: LabelOf = plainLabel,
): readonly ProfileChange[] {
  const changes = [...diffScored(before, after, labelOf), ...diffSettings(before, after)];
  if (changes.length > 0 || writeProfile(before) === writeProfile(after)) return changes;
  const change = { code: 'reordered', params: {} } as const;
  return [{ kind: 'changed', path: 'profile', words: 'lines reordered', change }];
}

function diffScored(before: Profile, after: Profile, labelOf: LabelOf): readonly ProfileChange[] {
  return [
    ...diffLines(asLines(before.market), asLines(after.market), {
      section: 'market',
      noun: 'market line',
      suffix: () => '',
      holds: () => ({}),
      details: () => [],
      labelOf,
    }),
    ...diffLines(before.fit, after.fit, { ...fitOptions, labelOf }),
    ...diffLines(before.timing, after.timing, { ...timingOptions, labelOf }),
    ...diffLines(before.anti, after.anti, { ...antiOptions, labelOf }),
    ...diffLines(before.evidenceOnly, after.evidenceOnly, { ...evidenceOptions, labelOf }),
    ...diffCommittee(before.committee, after.committee),
  ];
}

type Options<L extends { readonly condition: Condition }> = Omit<DiffLinesOptions<L>, 'labelOf'>;

const fitOptions: Options<FitLine> = {
  section: 'fit',
  noun: 'fit line',
  suffix: ({ points }) => ` (${pointsInWords(points)})`,
  holds: ({ points, layer }) => ({ points, layer }),
  details: (from, to, words) => [
    ...pointsChange(from.points, to.points, words),
    ...layerChange(from, to, words),
    ...textChange('note', { from: from.note, to: to.note }, `note of ${words}`),
    ...evidenceChange(from.evidence, to.evidence, words),
  ],
};

const timingOptions: Options<TimingLine> = {
  section: 'timing',
  noun: 'signal',
  suffix: ({ points }) => ` (${pointsInWords(points)})`,
  holds: ({ points }) => ({ points }),
  details: (from, to, words) => [
    ...pointsChange(from.points, to.points, words),
    ...halfLifeChange(from.halfLife, to.halfLife, words),
    ...evidenceChange(from.evidence, to.evidence, words),
  ],
};

const antiOptions: Options<AntiLine> = {
  section: 'anti',
  noun: 'anti line',
  suffix: ({ because }) => ` because ${because}`,
  holds: ({ because }) => ({ because }),
  details: ({ because: from }, { because: to }, words) =>
    textChange('because', { from, to }, `reason of ${words}`),
};

const evidenceOptions: Options<EvidenceLine> = {
  section: 'evidence_only',
  noun: 'evidence line',
  suffix: ({ why }) => ` (${why})`,
  holds: ({ why, layer }) => ({ why, layer }),
  details: (from, to, words) => [
    ...layerChange(from, to, words),
    ...textChange('why', { from: from.why, to: to.why }, `why ${words} earns no points`),
    ...evidenceChange(from.evidence, to.evidence, words),
  ],
};

function asLines(
  conditions: Profile['market'],
): readonly { readonly condition: Profile['market'][number] }[] {
  return conditions.map((condition) => ({ condition }));
}

function pointsInWords(points: number): string {
  return `${points} ${Math.abs(points) === 1 ? 'point' : 'points'}`;
}

function layerChange(
  { layer: from }: Pick<FitLine, 'layer'>,
  { layer: to }: Pick<FitLine, 'layer'>,
  words: string,
): readonly ToldChange[] {
  if (from === to) return [];
  return [{ words: `${words} moved from ${from} to ${to}`, code: 'layer', params: { from, to } }];
}

function pointsChange(from: number, to: number, words: string): readonly ToldChange[] {
  if (from === to) return [];
  return [{ words: `points of ${words} ${from} -> ${to}`, code: 'points', params: { from, to } }];
}

function halfLifeChange(before: Duration, after: Duration, words: string): readonly ToldChange[] {
  const [from, to] = [formatDuration(before), formatDuration(after)];
  return textChange('half-life', { from, to }, `half-life of ${words}`);
}

function textChange(
  code: ChangeCode,
  { from, to }: { readonly from: string | null; readonly to: string | null },
  what: string,
): readonly ToldChange[] {
  if (from === to) return [];
  return [{ words: `${what} changed from ${from ?? 'open'} to ${to ?? 'open'}`, code, params: { from, to } }];
}

function evidenceChange(
  before: Evidence | null,
  after: Evidence | null,
  words: string,
): readonly ToldChange[] {
  if (JSON.stringify(before) === JSON.stringify(after)) return [];
  const params = { from: before?.verdict ?? null, to: after?.verdict ?? null };
  const told = (text: string) => [
    { words: `evidence of ${words} ${text}`, code: 'evidence' as const, params },
  ];
  if (before === null) return told(`added: ${after?.verdict}`);
  if (after === null) return told('removed');
  if (before.verdict !== after.verdict) return told(`${before.verdict} -> ${after.verdict}`);
  const again = `evidence of ${words} measured again, still ${after.verdict}`;
  return [{ words: again, code: 'evidence-again', params }];
}
