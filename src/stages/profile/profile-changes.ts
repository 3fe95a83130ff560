import { type Condition, formatDuration, type LabelOf, plainLabel } from '../../base/expr/index.ts';
import { diffCommittee } from './diff-committee.ts';
import { type DiffLinesOptions, diffLines } from './diff-lines.ts';
import { diffSettings } from './diff-settings.ts';
import type {
  AntiLine,
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
  return [{ kind: 'changed', path: 'profile', words: 'lines reordered' }];
}

function diffScored(before: Profile, after: Profile, labelOf: LabelOf): readonly ProfileChange[] {
  return [
    ...diffLines(asLines(before.market), asLines(after.market), {
      section: 'market',
      noun: 'market line',
      suffix: () => '',
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
  details: (from, to, words) => [
    ...pointsChange(from.points, to.points, words),
    ...layerChange(from, to, words),
    ...textChange(from.note, to.note, `note of ${words}`),
    ...evidenceChange(from.evidence, to.evidence, words),
  ],
};

const timingOptions: Options<TimingLine> = {
  section: 'timing',
  noun: 'signal',
  suffix: ({ points }) => ` (${pointsInWords(points)})`,
  details: (from, to, words) => [
    ...pointsChange(from.points, to.points, words),
    ...textChange(formatDuration(from.halfLife), formatDuration(to.halfLife), `half-life of ${words}`),
    ...evidenceChange(from.evidence, to.evidence, words),
  ],
};

const antiOptions: Options<AntiLine> = {
  section: 'anti',
  noun: 'anti line',
  suffix: ({ because }) => ` because ${because}`,
  details: (from, to, words) => textChange(from.because, to.because, `reason of ${words}`),
};

const evidenceOptions: Options<EvidenceLine> = {
  section: 'evidence_only',
  noun: 'evidence line',
  suffix: ({ why }) => ` (${why})`,
  details: (from, to, words) => [
    ...layerChange(from, to, words),
    ...textChange(from.why, to.why, `why ${words} earns no points`),
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
  before: Pick<FitLine, 'layer'>,
  after: Pick<FitLine, 'layer'>,
  words: string,
): readonly string[] {
  return before.layer === after.layer ? [] : [`${words} moved from ${before.layer} to ${after.layer}`];
}

function pointsChange(before: number, after: number, words: string): readonly string[] {
  return before === after ? [] : [`points of ${words} ${before} -> ${after}`];
}

function textChange(before: string | null, after: string | null, what: string): readonly string[] {
  return before === after ? [] : [`${what} changed from ${before ?? 'open'} to ${after ?? 'open'}`];
}

function evidenceChange(before: Evidence | null, after: Evidence | null, words: string): readonly string[] {
  if (JSON.stringify(before) === JSON.stringify(after)) return [];
  if (before === null) return [`evidence of ${words} added: ${after?.verdict}`];
  if (after === null) return [`evidence of ${words} removed`];
  if (before.verdict !== after.verdict) return [`evidence of ${words} ${before.verdict} -> ${after.verdict}`];
  return [`evidence of ${words} measured again, still ${after.verdict}`];
}
