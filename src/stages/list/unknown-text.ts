import { type Card, type CardLine, decisiveLines, decodeOutcomes } from '../scorecard/index.ts';

/**
 * What is unknown of the fit, each subject once: those on which the tier depends first, said so, then by points.
 *
 * @param scored only an account with a tier has one that depends on something
 *
 * @example
 * unknownFitText(card, fitCode, true); // 'practitioners (decides the tier); locations'
 */
export function unknownFitText(card: Card, fitCode: number, scored: boolean): string {
  const truths = decodeOutcomes(fitCode, card.fit.length);
  const decisive = scored ? decisiveLines(card, truths) : [];
  const deciding = new Set(decisive.map((i) => card.fit[i]!.subject));
  const unknown = card.fit
    .filter((_, i) => truths[i] === null)
    .sort((a, b) => Math.abs(b.points) - Math.abs(a.points));
  const subjects = [...new Set(unknown.map((line) => line.subject))];
  return [
    ...subjects.filter((subject) => deciding.has(subject)).map((subject) => `${subject} (decides the tier)`),
    ...subjects.filter((subject) => !deciding.has(subject)),
  ].join('; ');
}

/** What may still disqualify an account or put it outside the market, each once. */
export function unknownOutText(
  card: Card,
  codes: { readonly anti: number; readonly market: number },
): string {
  const anti = unknownLines(card.anti, codes.anti).map(
    (line) => `may be disqualified by ${line.subject} (${line.because})`,
  );
  const market = unknownLines(card.market, codes.market).map(
    (line) => `may be outside the market by ${line.subject}`,
  );
  return [...new Set([...anti, ...market])].join('; ');
}

function unknownLines<L extends CardLine>(lines: readonly L[], code: number): readonly L[] {
  const truths = decodeOutcomes(code, lines.length);
  return lines.filter((_, i) => truths[i] === null);
}
