import { expect, it } from 'vitest';
import { splitmix64State } from './splitmix64-state.ts';

// Rust, rand_xoshiro 0.6: let mut s = SplitMix64::seed_from_u64(seed); (s.next_u64(), s.next_u64())
it.each([
  [0, 16294208416658607535n, 7960286522194355700n],
  [1, 10451216379200822465n, 13757245211066428519n],
  [42, 13679457532755275413n, 2949826092126892291n],
  [1234567, 6457827717110365317n, 3203168211198807973n],
  [Number.MAX_SAFE_INTEGER, 2646233860231550367n, 3513919288614318488n],
])('fills its state with the first outputs of splitmix64 for the seed %d', (seed, first, second) => {
  const [a, b, c, d] = splitmix64State(seed).map(BigInt) as [bigint, bigint, bigint, bigint];
  expect([(b << 32n) | a, (d << 32n) | c]).toEqual([first, second]);
});
