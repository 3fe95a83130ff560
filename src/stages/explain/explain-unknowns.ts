import type { Truth } from '../../base/expr/index.ts';
import { type Card, type CardLine, decisiveLines } from '../scorecard/index.ts';
import type { ScoredAccount } from './ways-up.ts';
import { type DataKnowledge, type WhyUnknown, whyUnknown } from './why-unknown.ts';

/** One line that is unknown of an account: what it could add or take, and where the answer could come from. */
export interface UnknownLine {
  readonly line: string;
  readonly part: 'market' | 'fit' | 'anti' | 'timing';
  readonly label: string;
  /** What has to be found out: `employees`, `scheduling tools`. */
  readonly subject: string;
  /** Points it could take (0 or less) and add (0 or more); 0 and 0 of market and anti lines. */
  readonly takes: number;
  readonly adds: number;
  /** Whether the tier depends on it; of a market or anti line, whether it alone can still put the account out. */
  readonly decides: boolean;
  readonly why: readonly WhyUnknown[];
}

/** Every unknown line of an account: those that decide first, then by points, timing last; of timing the most a new event would add. */
export function explainUnknowns(
  card: Card,
  { score, record }: Pick<ScoredAccount, 'score' | 'record'>,
  knowledge: DataKnowledge,
): readonly UnknownLine[] {
  const scored = score.standing === 'scored';
  const decisive = new Set(scored ? decisiveLines(card, score.fitLines) : []);
  const unknown = (
    part: UnknownLine['part'],
    lines: readonly (CardLine & { readonly points?: number })[],
    truths: readonly Truth[],
  ): readonly UnknownLine[] =>
    lines.flatMap((line, i) => {
      if (truths[i] !== null) return [];
      const { id, label, subject, points = 0 } = line;
      return [
        {
          line: id,
          part,
          label,
          subject,
          takes: Math.min(points, 0),
          adds: Math.max(points, 0),
          decides: part === 'fit' ? decisive.has(i) : scored && part !== 'timing',
          why: whyUnknown(line.condition, record, knowledge),
        },
      ];
    });
  return [
    ...unknown('fit', card.fit, score.fitLines),
    ...unknown('market', card.market, score.market),
    ...unknown('anti', card.anti, score.anti),
    ...unknown(
      'timing',
      card.timing,
      score.timingLines.map(({ truth }) => truth),
    ),
  ].toSorted(
    (a, b) =>
      Number(b.decides) - Number(a.decides) ||
      Number(a.part === 'timing') - Number(b.part === 'timing') ||
      b.adds - b.takes - (a.adds - a.takes),
  );
}
