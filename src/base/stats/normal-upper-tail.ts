import { polynomial } from './polynomial.ts';

/**
 * The chance that a standard normal variable exceeds z. Kept apart from `1 - normalCdf(z)` because small chances
 * are what tests are about: the relative error stays under 1e-13 out to z = 37, where the chance is about 1e-300.
 *
 * Rational approximations of Cody (Mathematics of Computation 23, 1969, 631-637).
 *
 * @example
 * normalUpperTail(1.6448536269514722); // 0.05
 */
export function normalUpperTail(z: number): number {
  if (Number.isNaN(z)) return Number.NaN;
  const distance = Math.abs(z);
  if (distance <= 0.67448975) return 0.5 - central(z);
  const tail =
    distance > 38.6 ? 0 : density(distance) * (distance <= Math.sqrt(32) ? middle(distance) : far(distance));
  return z > 0 ? tail : 1 - tail;
}

/** exp(-z^2 / 2), with z^2 split so that its rounding is not magnified by the exponential. */
function density(z: number): number {
  const coarse = Math.trunc(z * 16) / 16;
  return Math.exp(-coarse * coarse * 0.5) * Math.exp(-(z - coarse) * (z + coarse) * 0.5);
}

const CENTRAL_TOP = [
  0.06568233791820745, 2.2352520354606837, 161.02823106855587, 1067.6894854603709, 18154.98125334356,
] as const;
const CENTRAL_BOTTOM = [
  1, 47.202581904688245, 976.0985517377767, 10260.932208618979, 45507.78933502673,
] as const;

/** P(0 < Z < z) for |z| up to the quartile. */
function central(z: number): number {
  const squared = z * z;
  return (z * polynomial(CENTRAL_TOP, squared)) / polynomial(CENTRAL_BOTTOM, squared);
}

const MIDDLE_TOP = [
  1.0765576773720192e-8, 0.39894151208813466, 8.883149794388377, 93.50665613217785, 597.2702763948002,
  2494.5375852903726, 6848.190450536283, 11602.65143764735, 9842.714838383978,
] as const;
const MIDDLE_BOTTOM = [
  1, 22.266688044328117, 235.387901782625, 1519.3775994075547, 6485.558298266761, 18615.571640885097,
  34900.95272114598, 38912.00328609327, 19685.429676859992,
] as const;

function middle(z: number): number {
  return polynomial(MIDDLE_TOP, z) / polynomial(MIDDLE_BOTTOM, z);
}

const FAR_TOP = [
  0.023073441764940174, 0.215898534057957, 0.12740116116024736, 0.022235277870649807, 0.0014216191932278934,
  2.9112874951168793e-5,
] as const;
const FAR_BOTTOM = [
  1, 1.284260096144911, 0.4682382124808651, 0.06598813786892856, 0.0037823963320275824, 7.297515550839662e-5,
] as const;

function far(z: number): number {
  const t = 1 / (z * z);
  return (0.3989422804014327 - (t * polynomial(FAR_TOP, t)) / polynomial(FAR_BOTTOM, t)) / z;
}
