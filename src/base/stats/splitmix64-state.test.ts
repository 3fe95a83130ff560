import { expect, it } from 'vitest';
import { splitmix64State } from './splitmix64-state.ts';

// The first outputs of the authors' splitmix64.c for the seed 1234567: 6457827717110365317, 3203168211198807973.
it('fills its state with the published splitmix64 vector', () => {
  const [a, b, c, d] = splitmix64State(1234567).map(BigInt) as [bigint, bigint, bigint, bigint];
  expect([(b << 32n) | a, (d << 32n) | c]).toEqual([6457827717110365317n, 3203168211198807973n]);
});
