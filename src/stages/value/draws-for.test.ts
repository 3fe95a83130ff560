import { expect, it } from 'vitest';
import { drawsFor } from './draws-for.ts';

it('the weights are moved 500 times up to 20,000 customers and less often above', () => {
  expect([8, 25, 20_000, 100_000, 10_000_000].map(drawsFor)).toEqual([500, 500, 500, 100, 50]);
});
