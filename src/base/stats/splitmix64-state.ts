/**
 * Four 32-bit words, low halves first, of the splitmix64 stream of a seed: fills the state of a larger generator so
 * that neighbouring seeds start far apart.
 */
export function splitmix64State(seed: number): [number, number, number, number] {
  const words: number[] = [];
  let state = BigInt.asUintN(64, BigInt(seed));
  for (let i = 0; i < 2; i++) {
    state = BigInt.asUintN(64, state + 0x9e3779b97f4a7c15n);
    let z = state;
    z = BigInt.asUintN(64, (z ^ (z >> 30n)) * 0xbf58476d1ce4e5b9n);
    z = BigInt.asUintN(64, (z ^ (z >> 27n)) * 0x94d049bb133111ebn);
    z ^= z >> 31n;
    words.push(Number(z & 0xffffffffn), Number(z >> 32n));
  }
  return words as [number, number, number, number];
}
