import { type Condition, formatDuration, writeCondition } from '../../base/expr/index.ts';
import { flowPairs, flowYaml } from './flow-yaml.ts';
import { fitLayers, layerOrder } from './layers.ts';
import type { CommitteeFigure, Evidence, MarketSize, Profile } from './types.ts';
import { writeEvidence } from './write-evidence.ts';

const WIDTH = 110;

/**
 * Writes a profile as the one YAML form of the page (design, section 6): sections and layers in a fixed order, each
 * condition on one line with its evidence below it. `readProfile` reads the same profile back, with the lines of
 * `fit` and `evidenceOnly` in layer order; writing that again gives the same text.
 */
export function writeProfile(profile: Profile): string {
  const { A, B, C } = profile.tiers;
  const { hot, warm } = profile.timingTiers;
  return [
    'format: 1',
    `profile: ${flowYaml(profile.name)}`,
    `kind: ${profile.kind}`,
    `status: ${profile.status}`,
    ...list(
      'market',
      profile.market.map((condition) => item(written(condition))),
    ),
    ...fitSection(profile),
    ...list(
      'timing',
      profile.timing.map((line) =>
        item(
          { ...written(line.condition), points: line.points, half_life: formatDuration(line.halfLife) },
          line.evidence,
        ),
      ),
    ),
    ...list(
      'anti',
      profile.anti.map((line) => item({ ...written(line.condition), because: line.because })),
    ),
    ...evidenceSection(profile),
    ...list('committee', profile.committee.map(figure)),
    ...list('challenges', profile.challenges.map(flowYaml)),
    ...(profile.budget === null ? [] : [`budget: ${flowYaml(openEnds(profile.budget))}`]),
    ...(profile.marketSize === null ? [] : [`market_size: ${flowYaml(size(profile.marketSize))}`]),
    ...(profile.edge === null ? [] : [`edge: ${flowYaml(profile.edge)}`]),
    `tiers: ${flowYaml({ A, B, C })}`,
    `timing_tiers: ${flowYaml({ hot, warm })}`,
    `queue_by: ${flowYaml(profile.queueBy)}`,
    `review: ${flowYaml({ every: profile.review.every })}`,
    ...list('questions', profile.questions.map(flowYaml)),
    '',
  ].join('\n');
}

function list(key: string, items: readonly string[], indent = ''): readonly string[] {
  return items.length === 0
    ? []
    : [`${indent}${key}:`, ...items.map((text) => `${indent}  - ${text.replaceAll('\n', `\n${indent}`)}`)];
}

function fitSection({ fit }: Profile): readonly string[] {
  const layers = fitLayers.flatMap((layer) => {
    const lines = fit.filter((line) => line.layer === layer);
    return list(
      layer,
      lines.map(({ condition, points, note, evidence }) =>
        item({ ...written(condition), points, note: note ?? undefined }, evidence),
      ),
      '  ',
    );
  });
  return layers.length === 0 ? [] : ['fit:', ...layers];
}

function evidenceSection({ evidenceOnly }: Profile): readonly string[] {
  const lines = [...evidenceOnly].sort((left, right) => layerOrder(left.layer) - layerOrder(right.layer));
  return list(
    'evidence_only',
    lines.map(({ condition, layer, why, evidence }) => item({ ...written(condition), layer, why }, evidence)),
  );
}

function written(condition: Condition): object {
  return writeCondition(condition);
}

/** One line, the evidence on a second one inside the same braces. */
function item(pairs: object, evidence: Evidence | null = null): string {
  const line = flowPairs(pairs).join(', ');
  return evidence === null
    ? `{ ${line} }`
    : `{ ${line},\n      evidence: ${flowYaml(writeEvidence(evidence))} }`;
}

/** One line when it fits, else one pair per line. */
function figure({ role, titles, caresAbout, angle, channel }: CommitteeFigure): string {
  const pairs = flowPairs({ role, titles, cares_about: caresAbout, angle, channel });
  const line = `{ ${pairs.join(', ')} }`;
  return line.length <= WIDTH ? line : `{ ${pairs.join(',\n      ')} }`;
}

function openEnds<T extends object>(value: T): object {
  return Object.fromEntries(Object.entries(value).filter(([, part]) => part !== null));
}

function size({ accounts, times, value, interval, currency, source }: MarketSize): object {
  return openEnds({ accounts, times, value, interval, currency, source });
}
