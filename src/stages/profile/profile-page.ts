import { describeCondition, formatDuration, type LabelOf } from '../../base/expr/index.ts';
import { attainablePoints } from './attainable-points.ts';
import { budgetInWords } from './budget-in-words.ts';
import { evidenceMark } from './evidence-mark.ts';
import { fitLayers } from './layers.ts';
import { reviewDue } from './lint-upkeep.ts';
import { moneyInWords } from './money-in-words.ts';
import { pageScoring } from './page-scoring.ts';
import type {
  Finding,
  FitLine,
  Page,
  PageContext,
  PageLine,
  Profile,
  ProfileVersion,
  TimingLine,
} from './types.ts';

const TITLES: Readonly<Record<(typeof fitLayers)[number], string>> = {
  firmographic: 'Firmographics',
  geographic: 'Geography',
  technographic: 'Technographics',
  behavioural: 'Behaviour',
  demographic: 'Demographics',
  psychographic: 'Psychographics',
  committee: 'Buying committee',
};

/**
 * The page in plain words and figures, one model for every face: terminal, Markdown, printed page, web. Nothing is
 * shortened here; a renderer that runs out of room says what it moved.
 */
export function profilePage(
  version: ProfileVersion,
  findings: readonly Finding[],
  context: PageContext,
): Page {
  const { profile } = version;
  const { labelOf } = context;
  return {
    kind: 'page',
    head: headOf(version, context.asOf),
    market: profile.market.map((condition) => describeCondition(condition, labelOf)),
    layers: layersOf(profile, labelOf),
    timing: profile.timing.map((line) => timingLine(line)),
    anti: profile.anti.map(({ condition, because }) => ({
      words: describeCondition(condition, labelOf),
      because,
    })),
    evidenceOnly: profile.evidenceOnly.map(({ condition, why, evidence }) => ({
      words: describeCondition(condition, labelOf),
      why,
      evidence: evidenceMark(evidence),
    })),
    committee: profile.committee,
    challenges: profile.challenges,
    budget: budgetInWords(profile.budget),
    marketSize: marketSizeOf(profile),
    edge: profile.edge,
    scoring: pageScoring(profile, attainablePoints(profile.fit), context.tiers),
    questions: profile.questions,
    findings,
  };
}

function headOf({ profile, ...version }: ProfileVersion, asOf: string): Page['head'] {
  const published = version.published ? version.createdAt.slice(0, 10) : null;
  const { every } = profile.review;
  return {
    name: profile.name,
    of: profile.kind,
    status: profile.status,
    statusInWords:
      profile.status === 'supported'
        ? 'Supported: two or more lines hold beyond chance and the ranking was validated.'
        : 'Hypothesis: useful to work with, not yet proven; each campaign tests it.',
    version: version.version,
    published: version.published,
    createdAt: version.createdAt.slice(0, 10),
    createdBy: version.createdBy,
    snapshot: version.snapshot,
    signatures: version.signedBy,
    review: published === null ? `every ${every}` : `every ${every}, next on ${reviewDue(published, every)}`,
    asOf,
  };
}

function layersOf({ fit }: Profile, labelOf: LabelOf): Page['layers'] {
  return fitLayers.flatMap((layer) => {
    const lines = fit.filter((line) => line.layer === layer).map((line) => fitLine(line, labelOf));
    return lines.length === 0 ? [] : [{ layer, title: TITLES[layer], lines }];
  });
}

function fitLine({ condition, points, note, evidence }: FitLine, labelOf: LabelOf): PageLine {
  return {
    points: signed(points),
    words: describeCondition(condition, labelOf),
    note,
    fades: null,
    evidence: evidence === null ? null : evidenceMark(evidence),
  };
}

function timingLine({ condition, points, halfLife, evidence }: TimingLine): PageLine {
  return {
    points: signed(points),
    words: describeCondition(condition),
    note: null,
    fades: `halves every ${formatDuration(halfLife)}`,
    evidence: evidence === null ? null : evidenceMark(evidence),
  };
}

/** An estimate: shown to three digits. */
function marketSizeOf({ marketSize }: Profile): Page['marketSize'] {
  if (marketSize === null) return null;
  const { accounts, times, value, interval, currency, source } = marketSize;
  const unit = currency === null ? '' : `${currency} `;
  const about = (amount: number) => `${unit}${moneyInWords(Number(amount.toPrecision(3)))}`;
  const range = interval === null ? '' : `, between ${about(interval[0])} and ${about(interval[1])}`;
  return {
    value: about(value),
    how: `${moneyInWords(accounts)} accounts at ${unit}${moneyInWords(times)}${range}; ${source}`,
  };
}

function signed(points: number): string {
  return points > 0 ? `+${points}` : String(points).replace('-', '−');
}
