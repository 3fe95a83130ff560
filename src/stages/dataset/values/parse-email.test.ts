import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseEmail } from './parse-email.ts';

describe('parseEmail', () => {
  it.each([
    ['ana@acme.com', 'ana@acme.com'],
    [' Ana@ACME.com ', 'ana@acme.com'],
    ['mailto:ana@acme.com', 'ana@acme.com'],
    ['Ana López <ana.lopez@acme.es>', 'ana.lopez@acme.es'],
    ['ana+news@mail.acme.co.uk', 'ana+news@mail.acme.co.uk'],
    ['info@münchen.de', 'info@xn--mnchen-3ya.de'],
    ['İNFO@acme.com', 'info@acme.com'],
    ['jose\u0301@acme.com', 'josé@acme.com'],
  ])('`%s` is %s', (text, value) => {
    expect(parseEmail(text)).toEqual({ kind: 'value', value });
  });

  it.each([
    'ana',
    'ana@',
    '@acme.com',
    'ana@acme',
    'ana@@acme.com',
    'a..b@acme.com',
    '.a@acme.com',
    'ana@acme.local',
    'a b@acme.com',
  ])('`%s` is a misfit', (text) =>
    expect(parseEmail(text)).toEqual({ kind: 'misfit', reason: 'not an e-mail address' }),
  );

  it('never throws', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ unit: 'grapheme' }), fc.emailAddress()),
        (text) => parseEmail(text).kind.length > 0,
      ),
    );
  });
});
