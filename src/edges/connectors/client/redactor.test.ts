import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRedactor } from './redactor.ts';

const secret = fc
  .string({ minLength: 8, maxLength: 60, unit: 'grapheme' })
  .filter((text) => !/\*\*\*/.test(text));

describe('a redactor', () => {
  it('lets no secret out, whatever stands around it and however it is written', () => {
    fc.assert(
      fc.property(
        fc.array(secret, { minLength: 1, maxLength: 4 }),
        fc.array(fc.string()),
        (secrets, around) => {
          const { learn, redact } = createRedactor();
          for (const each of secrets) learn(each);
          const written = secrets.flatMap((each) => [
            each,
            JSON.stringify(each),
            new URLSearchParams({ token: each }).toString(),
            Buffer.from(each).toString('base64'),
            each + each,
          ]);
          const text = written.map((each, n) => `${around[n] ?? ''}${each}`).join('');
          const shown = redact(text);
          for (const each of secrets) {
            expect(shown).not.toContain(each);
            expect(shown).not.toContain(Buffer.from(each).toString('base64'));
            expect(shown).not.toContain(new URLSearchParams({ '': each }).toString().slice(1));
          }
        },
      ),
    );
  });

  it('takes out what looks like a token, known or not', () => {
    const { redact } = createRedactor();
    for (const text of [
      'Authorization: Bearer abc.def',
      'authorization: Basic YWJj',
      'got Bearer abc.def',
      'x-api-token: abc',
      'POST /token?access_token=abc&x=1',
      '{"client_secret":"abc"}',
    ])
      expect(redact(text)).not.toMatch(/abc|YWJj/);
  });

  it('leaves other words as they are', () => {
    const { learn, redact } = createRedactor();
    learn('pat-eu1-1234');
    learn(null);
    learn('a');
    const text = 'Property "bestfit_tier" does not exist; a scope is missing.';
    expect(redact(text)).toBe(text);
    expect(redact('no scope for pat-eu1-1234.')).toBe('no scope for ***.');
  });
});
