import { type Card, decodeOutcomes } from '../scorecard/index.ts';
import { signed } from './signed.ts';

/**
 * Why the fit is what it is: each line that holds, with its points, in the order of the page.
 *
 * @example
 * reasonsText(card, fitCode); // 'industry is private clinic +3; practitioners 3 to 15 +3'
 */
export function reasonsText(card: Card, fitCode: number): string {
  const truths = decodeOutcomes(fitCode, card.fit.length);
  return card.fit
    .filter((_, i) => truths[i] === true)
    .map((line) => `${line.label} ${signed(line.points)}`)
    .join('; ');
}
