import { mean } from './mean.ts';
import { midranks } from './midranks.ts';

/**
 * How far two columns put the records in the same order: the correlation of their midranks, -1 to 1. Records with an
 * unknown (NaN) on either side are left out. A constant column gives NaN.
 *
 * @example
 * spearman(Float64Array.of(1, 2, 3), Float64Array.of(10, 90, 100)); // 1
 */
export function spearman(x: Float64Array, y: Float64Array): number {
  const known = (_: number, i: number): boolean => !Number.isNaN(x[i]!) && !Number.isNaN(y[i]!);
  const rankX = midranks(x.filter(known));
  const rankY = midranks(y.filter(known));
  const centre = mean(rankX);
  let together = 0;
  let squaresX = 0;
  let squaresY = 0;
  for (let i = 0; i < rankX.length; i++) {
    const dx = rankX[i]! - centre;
    const dy = rankY[i]! - centre;
    together += dx * dy;
    squaresX += dx * dx;
    squaresY += dy * dy;
  }
  return together / Math.sqrt(squaresX * squaresY);
}
