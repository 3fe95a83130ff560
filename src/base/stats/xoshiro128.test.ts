import { expect, it } from 'vitest';
import { xoshiro128 } from './xoshiro128.ts';

// Rust, rand_xoshiro 0.6: let mut x = Xoshiro128StarStar::from_seed(the state as little-endian bytes);
// (0..10).map(|_| x.next_u32()).
it.each([
  [
    [1, 2, 3, 4],
    [11520, 0, 5927040, 70819200, 2031721883, 1637235492, 1287239034, 3734860849, 3729100597, 4258142804],
  ],
  [
    [0xffffffff, 0xffffffff, 0xffffffff, 0xffffffff],
    [
      4294962679, 4294962679, 4292019319, 2943360, 1509943680, 246671744, 2681405836, 4051244843, 1053453815,
      832600121,
    ],
  ],
] as const)('follows the xoshiro128** stream of the state %j', (state, expected) => {
  expect(Array.from({ length: 10 }, xoshiro128(state))).toEqual(expected);
});
