import { expect, it } from 'vitest';
import { createRatePacing } from './rate-pacing.ts';

it('a request holds its slot while it is under way, however long, and then as long as the limit says', async () => {
  let now = 0;
  const limit = { name: 'burst', requests: 2, seconds: 2, source: 'test' };
  const pacing = createRatePacing([limit], () => now);
  const answered = [pacing.take([]), pacing.take([])];
  now = 60_000;
  const { answer } = pacing.wait([])!;
  answered[0]!();
  await answer;
  now += 500;
  expect(pacing.wait([])).toMatchObject({ ms: 1500 });
  now += 1500;
  expect(pacing.wait([])).toBeNull();
});
