import { domainToASCII } from 'node:url';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toAsciiDomain } from './to-ascii-domain.ts';

describe('toAsciiDomain', () => {
  it.each([
    ['acme.com', 'acme.com'],
    ['MÜNCHEN.de', 'xn--mnchen-3ya.de'],
    ['españa.es', 'xn--espaa-rta.es'],
    ['日本語.jp', 'xn--wgv71a119e.jp'],
    ['пример.рф', 'xn--e1afmkfd.xn--p1ai'],
  ])('`%s` is `%s`', (host, ascii) => expect(toAsciiDomain(host)).toBe(ascii));

  it('encodes as the URL standard does, for lower-case letters that it keeps', () => {
    const label = fc.string({
      unit: fc.constantFrom(...'abcxyz0189áéíóúñçüöäàèìòùâêôãõåæøđ日本語пример'),
      minLength: 1,
      maxLength: 20,
    });
    fc.assert(
      fc.property(label, (text) => {
        expect(toAsciiDomain(`${text}.com`)).toBe(domainToASCII(`${text}.com`));
      }),
    );
  });
});
