/** Probabilities nearer to 0 or 1 than this are moved to it before their logarithm is taken. */
const NEAREST = 1e-15;

/**
 * How surprised a forecast was by what happened: the mean of -ln(the probability it gave to the outcome that came), in
 * nats. 0 is perfect, ln 2 = 0.693 is what a coin says. Lower is better, and only the true probabilities are best (a
 * proper score; Good 1952). Probabilities are clipped to 1e-15 .. 1 - 1e-15, so one certain and wrong forecast costs
 * 34.5 nats instead of everything. A pair with an unknown (NaN) probability is left out; nothing known gives NaN.
 *
 * @param probabilities 0 to 1, one a record.
 * @param labels 1 (came) or 0, one a record.
 * @example
 * logLoss([0.8, 0.4], [1, 0]); // (-ln 0.8 - ln 0.6) / 2 = 0.367
 */
export function logLoss(probabilities: ArrayLike<number>, labels: ArrayLike<number>): number {
  let sum = 0;
  let known = 0;
  for (let i = 0; i < probabilities.length; i++) {
    const probability = probabilities[i]!;
    if (Number.isNaN(probability)) continue;
    const clipped = Math.min(Math.max(probability, NEAREST), 1 - NEAREST);
    sum -= labels[i] === 0 ? Math.log1p(-clipped) : Math.log(clipped);
    known++;
  }
  return sum / known;
}
