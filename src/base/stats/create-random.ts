import { splitmix64State } from './splitmix64-state.ts';
import { xoshiro128 } from './xoshiro128.ts';

/** A seeded stream of random numbers: the same seed gives the same stream on every machine. */
export interface Random {
  /** Uniform in [0, 1), 53 random bits. */
  readonly next: () => number;
  /** Uniform integer in 0 .. below - 1, without bias; `below` is 1 .. 2^32. */
  readonly integer: (below: number) => number;
  /** Standard normal (Marsaglia's polar method). */
  readonly normal: () => number;
  /** Puts the elements into a uniformly random order, in place (Fisher-Yates). */
  readonly shuffle: (array: Float64Array | Int32Array | Uint32Array) => void;
}

/**
 * Random numbers for permutations, resampling and reweighting. The generator is xoshiro128** (Blackman and
 * Vigna 2021), its state filled by splitmix64 from the seed, as its authors advise. Not for secrets.
 *
 * @param seed a safe integer; see `hashSeed` to make one of a text.
 * @example
 * createRandom(42).integer(6) + 1; // a die
 */
export function createRandom(seed: number): Random {
  const uint32 = xoshiro128(splitmix64State(seed));
  const integer = (below: number): number => {
    if (below <= 1) return 0;
    const mask = 0xffffffff >>> Math.clz32(below - 1);
    for (;;) {
      const drawn = (uint32() & mask) >>> 0;
      if (drawn < below) return drawn;
    }
  };
  const next = (): number => ((uint32() >>> 5) * 67108864 + (uint32() >>> 6)) / 9007199254740992;
  return { next, integer, normal: polarNormal(next), shuffle: (array) => shuffle(array, integer) };
}

function polarNormal(next: () => number): () => number {
  let spare: number | null = null;
  return () => {
    if (spare !== null) {
      const kept = spare;
      spare = null;
      return kept;
    }
    for (;;) {
      const x = 2 * next() - 1;
      const y = 2 * next() - 1;
      const radius = x * x + y * y;
      if (radius > 0 && radius < 1) {
        const factor = Math.sqrt((-2 * Math.log(radius)) / radius);
        spare = y * factor;
        return x * factor;
      }
    }
  };
}

function shuffle(array: Float64Array | Int32Array | Uint32Array, integer: (below: number) => number): void {
  for (let i = array.length - 1; i > 0; i--) {
    const j = integer(i + 1);
    const kept = array[i]!;
    array[i] = array[j]!;
    array[j] = kept;
  }
}
