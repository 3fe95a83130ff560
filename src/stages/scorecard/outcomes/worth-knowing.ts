import type { Truth } from '../../../base/expr/index.ts';
import { decisiveLines } from '../decisive-lines.ts';
import { type FitRange, fitRange } from '../fit-range.ts';
import { decodeOutcomes } from '../outcome-code.ts';
import { tierOf } from '../tier-of.ts';
import { eachScored } from './each-scored.ts';
import type { OutcomeVectors, PointsCard, WorthKnowing } from './types.ts';

/** The fit lines that one answer settles, and the answers that it can be. */
interface Subject {
  readonly subject: string;
  readonly lines: readonly SubjectLine[];
  readonly answers: readonly (readonly Truth[])[];
}

interface SubjectLine {
  readonly line: number;
  readonly points: number;
}

/** An account whose tier is open: how its lines come out, and what the unknown ones can still do. */
interface OpenAccount extends FitRange {
  readonly truths: readonly Truth[];
}

/**
 * What is worth finding out, by how many tier decisions each settles by itself. A subject of one line may come out
 * either way; a subject of several lines as it does at the accounts of which all of them are known (an account has one
 * industry), or any way where there is no such account.
 */
export function worthKnowing(vectors: OutcomeVectors, card: PointsCard): readonly WorthKnowing[] {
  const subjects = subjectsOf(vectors, card);
  const counts = subjects.map(({ subject }) => ({ subject, unknown: 0, depends: 0, settles: 0 }));
  for (const { code, accounts } of eachScored(vectors)) {
    const truths = decodeOutcomes(code, vectors.lines);
    const open = openOf(truths, card);
    const decisive = open === null ? [] : decisiveLines(card, truths);
    for (const [i, subject] of subjects.entries()) {
      if (!subject.lines.some(({ line }) => truths[line] === null)) continue;
      const count = counts[i]!;
      count.unknown += accounts;
      if (open === null) continue;
      if (subject.lines.some(({ line }) => decisive.includes(line))) count.depends += accounts;
      if (settles(subject, card.tiers, open)) count.settles += accounts;
    }
  }
  return counts
    .filter(({ unknown }) => unknown > 0)
    .sort((a, b) => b.settles - a.settles || b.depends - a.depends || b.unknown - a.unknown);
}

/** Lines without points settle nothing, so their subjects are left out. */
function subjectsOf(vectors: OutcomeVectors, { fit }: PointsCard): readonly Subject[] {
  const scoring = fit.flatMap(({ subject, points }, line) =>
    points === 0 ? [] : [{ subject, line, points }],
  );
  return [...new Set(scoring.map(({ subject }) => subject))].map((subject) => {
    const lines = scoring.filter((of) => of.subject === subject);
    return { subject, lines, answers: lines.length === 1 ? [[true], [false]] : seenAnswers(vectors, lines) };
  });
}

/** How several lines come out together where all of them are known. */
function seenAnswers(vectors: OutcomeVectors, lines: readonly SubjectLine[]): readonly (readonly Truth[])[] {
  const seen = new Map<string, readonly Truth[]>();
  for (const { codes } of vectors.groups)
    for (const code of codes) {
      const own = outcomesOf(lines, decodeOutcomes(code, vectors.lines));
      if (!own.includes(null)) seen.set(own.join(), own);
    }
  return [...seen.values()];
}

function outcomesOf(lines: readonly SubjectLine[], truths: readonly Truth[]): readonly Truth[] {
  return lines.map(({ line }) => truths[line] ?? null);
}

/** Null when the tier is settled, whatever the unknowns are. */
function openOf(truths: readonly Truth[], card: PointsCard): OpenAccount | null {
  const range = fitRange(card, truths);
  const isSettled = tierOf(range.fitMin, card.tiers) === tierOf(range.fitMax, card.tiers);
  return isSettled ? null : { truths, ...range };
}

/** Whether every answer leaves one tier, whatever else is unknown. */
function settles({ lines, answers }: Subject, tiers: PointsCard['tiers'], account: OpenAccount): boolean {
  const own = outcomesOf(lines, account.truths);
  const seen = answers.filter((answer) => own.every((truth, i) => truth === null || truth === answer[i]));
  return (seen.length > 0 ? seen : everyAnswer(own)).every((answer) => {
    let { fitMin, fitMax } = account;
    lines.forEach(({ points }, i) => {
      if (own[i] !== null) return;
      const gain = answer[i] === true ? points : 0;
      fitMin += gain - Math.min(points, 0);
      fitMax += gain - Math.max(points, 0);
    });
    return tierOf(fitMin, tiers) === tierOf(fitMax, tiers);
  });
}

/** All ways in which the unknown ones of some outcomes can come out. */
function everyAnswer(outcomes: readonly Truth[]): readonly (readonly Truth[])[] {
  return outcomes.reduce<readonly (readonly Truth[])[]>(
    (answers, truth) => {
      const ways: readonly Truth[] = truth === null ? [true, false] : [truth];
      return answers.flatMap((answer) => ways.map((way) => [...answer, way]));
    },
    [[]],
  );
}
