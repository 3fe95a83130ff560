import { execFileSync } from 'node:child_process';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { quoteArgument } from './quote-argument.ts';

it('a quoted argument is given back by a shell as it was', () => {
  const texts = fc.sample(fc.string({ unit: fc.constantFrom(...'a =\'"$`\\!*;&|é') }), {
    numRuns: 40,
    seed: 1,
  });
  const given = execFileSync('sh', [
    '-c',
    `printf '%s\\n' ${texts.map((text) => quoteArgument(`x${text}`)).join(' ')}`,
  ]);
  expect(given.toString()).toBe(texts.map((text) => `x${text}\n`).join(''));
});
