import type { Truth } from '../../../base/expr/index.ts';
import { decisiveLines } from '../decisive-lines.ts';
import { fitRange } from '../fit-range.ts';
import { decodeOutcomes } from '../outcome-code.ts';
import { tierOf } from '../tier-of.ts';
import { eachScored } from './each-scored.ts';
import type { OutcomeVectors, PointsCard, WorthKnowing } from './types.ts';

/** The fit lines that one answer settles, and the answers that it can be. */
interface Subject {
  readonly subject: string;
  readonly lines: readonly number[];
  readonly answers: readonly (readonly Truth[])[];
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
    const decisive = new Set(decisiveLines(card, truths));
    subjects.forEach((subject, i) => {
      const count = counts[i]!;
      if (!subject.lines.some((line) => truths[line] === null)) return;
      count.unknown += accounts;
      if (subject.lines.some((line) => decisive.has(line))) count.depends += accounts;
      if (decisive.size > 0 && settles(subject, card, truths)) count.settles += accounts;
    });
  }
  return counts
    .filter(({ unknown }) => unknown > 0)
    .sort((a, b) => b.settles - a.settles || b.depends - a.depends || b.unknown - a.unknown);
}

/** Lines without points settle nothing, so their subjects are left out. */
function subjectsOf(vectors: OutcomeVectors, { fit }: PointsCard): readonly Subject[] {
  const scoring = fit.flatMap(({ subject, points }, line) => (points === 0 ? [] : [{ subject, line }]));
  return [...new Set(scoring.map(({ subject }) => subject))].map((subject) => {
    const lines = scoring.flatMap((of) => (of.subject === subject ? [of.line] : []));
    return { subject, lines, answers: lines.length === 1 ? [[true], [false]] : seenAnswers(vectors, lines) };
  });
}

/** How several lines come out together where all of them are known. */
function seenAnswers(vectors: OutcomeVectors, lines: readonly number[]): readonly (readonly Truth[])[] {
  const seen = new Map<string, readonly Truth[]>();
  for (const { codes } of vectors.groups)
    for (const code of codes) {
      const truths = decodeOutcomes(code, vectors.lines);
      const own = lines.map((line) => truths[line] ?? null);
      if (!own.includes(null)) seen.set(own.join(), own);
    }
  return [...seen.values()];
}

/** Whether every answer leaves one tier, whatever else is unknown. */
function settles({ lines, answers }: Subject, card: PointsCard, truths: readonly Truth[]): boolean {
  const agrees = (answer: readonly Truth[]) =>
    lines.every((line, i) => truths[line] === null || truths[line] === answer[i]);
  const seen = answers.filter(agrees);
  const possible = seen.length > 0 ? seen : everyAnswer(lines.map((line) => truths[line] ?? null));
  return possible.every((answer) => {
    const known = truths.map((truth, line) => answer[lines.indexOf(line)] ?? truth);
    const { fitMin, fitMax } = fitRange(card, known);
    return tierOf(fitMin, card.tiers) === tierOf(fitMax, card.tiers);
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
