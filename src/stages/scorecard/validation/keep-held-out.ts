import type { Truth } from '../../../base/expr/index.ts';
import type { HeldOut, HeldOutUnit } from '../outcomes/index.ts';
import type { TrainedCard, TrainedLine } from '../training/index.ts';
import type { Round } from './types.ts';

/** Numbers that are kept at most: with more units fewer rounds are. */
const MOST = 20_000;

/** Rounds of holding out, and the card that they are kept for, as it will stand on the page. */
export interface KeptCard {
  readonly rounds: readonly Round[];
  /** What learned the card: its totals are those of cards of the folds that were made alike. */
  readonly rival: 'card' | 'rubric';
  /** With answers for every unit. */
  readonly card: TrainedCard;
  readonly label: Uint8Array;
}

/**
 * What a validation leaves behind for a card, so that other points can be judged without learning anew: the totals that each
 * unit had from cards that had not seen it, and what of them the subject of each line gave. Units alike are kept once.
 */
export function keepHeldOut({ rounds, rival, card, label }: KeptCard): HeldOut {
  const kept = rounds.slice(0, Math.max(1, Math.floor(MOST / label.length))).map((round) => ({
    ...round,
    made: rival === 'card' ? round.cards : round.rubrics,
  }));
  const partsOf = kept.map(({ folds, made }) => partsReader(card.lines, (unit) => made[folds[unit]!]!));
  const units = new Map<string, HeldOutUnit>();
  label.forEach((y, unit) => {
    const one = {
      label: y === 1 ? (1 as const) : (0 as const),
      totals: kept.map(({ forecasts }) => forecasts[rival].totals[unit]!),
      parts: partsOf.map((parts) => parts(unit)),
      truths: card.lines.map(({ answers }): Truth => truthOf(answers[unit]!)),
      line: kept.map(({ made, folds }) => lineOf(made[folds[unit]!]!)),
    };
    const key = JSON.stringify(one);
    units.set(key, { ...one, weight: (units.get(key)?.weight ?? 0) + 1 });
  });
  return { units: [...units.values()] };
}

function truthOf(answer: number): Truth {
  return Number.isNaN(answer) ? null : answer === 1;
}

function lineOf({ base, slope }: TrainedCard) {
  return { base, slope };
}

/** What the card of a unit's fold gave for the subject of each line, told once: at the first line about it. */
function partsReader(
  lines: readonly TrainedLine[],
  cardOf: (unit: number) => TrainedCard,
): (unit: number) => readonly number[] {
  const subjects = lines.map(({ subject }) => plain(subject));
  return (unit) => {
    const given = new Map<string, number>();
    for (const { subject, points, answers } of cardOf(unit).lines) {
      if (answers[unit] === 1) given.set(plain(subject), (given.get(plain(subject)) ?? 0) + points);
    }
    return subjects.map((subject, i) => (subjects.indexOf(subject) === i ? (given.get(subject) ?? 0) : 0));
  };
}

/** A window and what is near it ask about one thing. */
function plain(subject: string): string {
  return subject.replace(/ \(near\)$/, '');
}
