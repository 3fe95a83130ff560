import type { SheetModel } from '../model/sheet-model.ts';

/** Parts of a page of which some may stand in the annex, in the order in which they give way. */
export const givingWay = [
  'questions',
  'evidenceOnly',
  'challenges',
  'market',
  'committee',
  'anti',
  'lines',
] as const;

/** One of these parts. */
export type Part = (typeof givingWay)[number];

/** How many of each part stay on the sheet. */
export type Kept = Readonly<Record<Part, number>>;

/** Least of each part that the sheet keeps: what the page is about goes last. */
const least: Kept = {
  questions: 0,
  evidenceOnly: 0,
  challenges: 1,
  market: 2,
  committee: 3,
  anti: 4,
  lines: 8,
};

/** All of each part. */
export function allOf({ profile, questions }: SheetModel): Kept {
  return {
    questions: questions.length,
    evidenceOnly: profile.evidenceOnly.length,
    challenges: profile.challenges.length,
    market: profile.market.length,
    committee: profile.committee.length,
    anti: profile.anti.length,
    lines: profile.fit.length + profile.timing.length,
  };
}

/** One thing less on the sheet: of the first part that can still give way; the same when none can. */
export function oneLess(kept: Kept): Kept {
  const part = givingWay.find((each) => kept[each] > least[each]);
  return part === undefined ? kept : { ...kept, [part]: kept[part] - 1 };
}

/** The page with so much of each part: of the lines those with the most points stay, signals among them. */
export function trimmed(model: SheetModel, kept: Kept): SheetModel {
  const { profile } = model;
  const lines = [
    ...profile.fit.map((line, at) => ({ of: 'fit' as const, at, points: Math.abs(line.points) })),
    ...profile.timing.map((line, at) => ({ of: 'timing' as const, at, points: Math.abs(line.points) })),
  ];
  const staying = new Set(
    lines
      .toSorted((one, other) => other.points - one.points)
      .slice(0, kept.lines)
      .map(({ of, at }) => `${of} ${at}`),
  );
  return {
    ...model,
    questions: model.questions.slice(0, kept.questions),
    profile: {
      ...profile,
      fit: profile.fit.filter((_, at) => staying.has(`fit ${at}`)),
      timing: profile.timing.filter((_, at) => staying.has(`timing ${at}`)),
      evidenceOnly: profile.evidenceOnly.slice(0, kept.evidenceOnly),
      challenges: profile.challenges.slice(0, kept.challenges),
      market: profile.market.slice(0, kept.market),
      committee: profile.committee.slice(0, kept.committee),
      anti: profile.anti.slice(0, kept.anti),
    },
  };
}
