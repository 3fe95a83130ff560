import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normalizeDomain } from './normalize-domain.ts';

describe('normalizeDomain', () => {
  it.each([
    ['acme.com', 'acme.com'],
    ['https://www.Acme.co.uk/about?x=1#y', 'acme.co.uk'],
    ['http://shop.acme.com.br', 'acme.com.br'],
    ['//acme.com', 'acme.com'],
    ['www.acme.com:8080/x', 'acme.com'],
    ['ACME.COM.', 'acme.com'],
    ['info@acme.com', 'acme.com'],
    ['mailto:info@acme.com', 'acme.com'],
    ['Ana <ana@mail.acme.es>', 'acme.es'],
    ['https://user@acme.com/', 'acme.com'],
    ['http://acme.com?mail=a@b.com', 'acme.com'],
    ['acme.com, acme.es', 'acme.com'],
    ['münchen.de', 'xn--mnchen-3ya.de'],
    ['http://xn--mnchen-3ya.de', 'xn--mnchen-3ya.de'],
    ['acme.uk.com', 'acme.uk.com'],
  ])('`%s` is %s', (text, domain) => expect(normalizeDomain(text)).toBe(domain));

  it.each([
    'ana@gmail.com',
    'ana@hotmail.es',
    'outlook.com',
    'libero.it',
    'ana@web.de',
    'wixsite.com',
    'acme.wixsite.com/home',
    'acme.blogspot.com',
    'acme.github.io',
    'facebook.com/acme',
    'https://www.linkedin.com/company/acme',
    'sites.google.com/view/acme',
  ])('`%s` is shared by many companies and joins none', (text) => expect(normalizeDomain(text)).toBeNull());

  it.each([
    '',
    'n/a',
    'localhost',
    '192.168.1.1',
    'http://[::1]/',
    'Acme S.A.',
    'Node.js',
    'acme',
    'co.uk',
    'acme.local',
    'see acme.com',
  ])('`%s` has no domain', (text) => expect(normalizeDomain(text)).toBeNull());

  it('a domain is its own domain', () => {
    fc.assert(
      fc.property(fc.oneof(fc.webUrl(), fc.emailAddress(), fc.domain()), (text) => {
        const domain = normalizeDomain(text);
        return domain === null || normalizeDomain(domain) === domain;
      }),
    );
  });

  it('never throws', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (text) => normalizeDomain(text) !== ''),
    );
  });
});
