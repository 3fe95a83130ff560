import { BestfitError } from '../base/errors/index.ts';
import { foldText } from '../base/expr/index.ts';

/** A fit line by its words. */
interface NamedLine {
  readonly label: string;
  readonly points: number;
}

/**
 * The fit line that was meant, by its words on the page: all of them, a part that only this line has, or some of its
 * words in any order; case, accents and dashes do not count. Refuses with `scorecard.line-missing` or
 * `scorecard.line-ambiguous`, naming the lines with their points.
 *
 * @returns its index into the fit lines
 */
export function findLine(fit: readonly NamedLine[], wanted: string): number {
  const line = foldText(wanted);
  const words = line.split(' ').filter((word) => word !== '');
  const ways: readonly ((label: string) => boolean)[] = [
    (label) => label === line,
    (label) => line !== '' && label.includes(line),
    (label) => words.length > 0 && words.every((word) => label.split(' ').includes(word)),
  ];
  for (const way of ways) {
    const found = fit.flatMap(({ label }, i) => (way(foldText(label)) ? [i] : []));
    if (found.length === 1) return found[0]!;
    if (found.length > 1)
      throw new BestfitError('scorecard.line-ambiguous', {
        line: wanted,
        lines: found.map((i) => lineWords(fit[i]!)),
      });
  }
  throw new BestfitError('scorecard.line-missing', { line: wanted, lines: fit.map(lineWords) });
}

function lineWords({ label, points }: NamedLine): string {
  return `\`${label}\` (${points > 0 ? '+' : ''}${points})`;
}
