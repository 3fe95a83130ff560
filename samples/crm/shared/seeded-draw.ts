/**
 * A number in [0, 1) that belongs to a seed, an index and a salt: drawn when it is needed, the same every time, so that
 * nothing of a large data set has to be kept.
 */
export function seededDraw(seed: number, index: number, salt: number): number {
  return mix(mix(mix(seed) ^ index) ^ Math.imul(salt, 0x9e3779b9)) / 0x1_0000_0000;
}

/** The finalizer of MurmurHash3: every bit of the input moves every bit of the output. */
function mix(value: number): number {
  let bits = value ^ (value >>> 16);
  bits = Math.imul(bits, 0x85ebca6b);
  bits ^= bits >>> 13;
  bits = Math.imul(bits, 0xc2b2ae35);
  return (bits ^ (bits >>> 16)) >>> 0;
}
