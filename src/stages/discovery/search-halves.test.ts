import { expect, it } from 'vitest';
import { createRandom } from '../../base/stats/index.ts';
import { discover } from './discover.ts';
import { inputFor, truths } from './discovery-fixtures.ts';

it.each([true, false])(
  'what is beyond all chance keeps a lift with a narrow interval (value %s)',
  (valued) => {
    const random = createRandom(3);
    const tool = Array.from({ length: 12_000 }, () => random.next() < 1 / 3);
    const label = Uint8Array.from(tool, (has) => Number(random.next() < (has ? 0.9 : 0.1)));
    const value = Float64Array.from(label, (best) => best + 0.5 * random.next());
    const result = discover(inputFor(value, [truths('tool', tool)], { label, value: valued ? value : null }));
    const [pattern] = result.kind === 'discovery' ? result.patterns : [];
    const [low, high] = pattern!.interval;
    expect(pattern!.verdict).toBe('supported');
    expect(low).toBeGreaterThan(0.97 * pattern!.lift);
    expect(high).toBeLessThan(1.03 * pattern!.lift);
  },
);
