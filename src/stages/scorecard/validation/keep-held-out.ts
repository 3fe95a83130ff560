import type { Truth } from '../../../base/expr/index.ts';
import type { TrainedCard, TrainedLine } from '../training/index.ts';
import type { HeldOut, HeldOutUnit, Round } from './types.ts';

/** Numbers that are kept at most: with more units fewer rounds are. */
const MOST = 20_000;

/**
 * What a validation leaves behind for a card, so that other points can be judged without learning anew: the totals that each
 * unit had from cards that had not seen it, and what of them each line's subject gave. Units alike are kept once.
 *
 * @param card as it will stand on the page, its answers for every unit.
 */
export function keepHeldOut(rounds: readonly Round[], card: TrainedCard, label: Uint8Array): HeldOut {
  const kept = rounds.slice(0, Math.max(1, Math.floor(MOST / label.length)));
  const partsOf = kept.map((round) => partsReader(round, card.lines));
  const units = new Map<string, HeldOutUnit>();
  label.forEach((y, unit) => {
    const one = {
      label: y === 1 ? (1 as const) : (0 as const),
      totals: kept.map(({ forecasts }) => forecasts.card.totals[unit]!),
      parts: partsOf.map((parts) => parts(unit)),
      truths: card.lines.map(({ answers }): Truth => truthOf(answers[unit]!)),
      line: kept.map(({ cards, folds }) => lineOf(cards[folds[unit]!]!)),
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

/** What the card of a unit's fold gave for each subject of the page, told at the first line that asks about it. */
function partsReader(round: Round, lines: readonly TrainedLine[]): (unit: number) => readonly number[] {
  const first = new Map<string, number>();
  lines.forEach(({ subject }, i) => {
    if (!first.has(plain(subject))) first.set(plain(subject), i);
  });
  return (unit) => {
    const parts = lines.map(() => 0);
    for (const { subject, points, answers } of round.cards[round.folds[unit]!]!.lines) {
      const line = first.get(plain(subject));
      if (line !== undefined && answers[unit] === 1) parts[line]! += points;
    }
    return parts;
  };
}

/** A window and what is near it ask about one thing. */
function plain(subject: string): string {
  return subject.replace(/ \(near\)$/, '');
}
