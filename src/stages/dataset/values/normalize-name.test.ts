import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normalizeName } from './normalize-name.ts';

describe('normalizeName', () => {
  it.each([
    ['Clínica Pérez, S.L.', 'clinica perez'],
    ['CLINICA PEREZ SL', 'clinica perez'],
    ['Clínica Pérez S. L. U.', 'clinica perez'],
    ['Müller & Söhne GmbH & Co. KG', 'muller and sohne'],
    ['Acme, Inc.', 'acme'],
    ['ACME S.A. de C.V.', 'acme'],
    ['Foo Co., Ltd.', 'foo'],
    ['Foo Sp. z o.o.', 'foo'],
    ['Bar S.r.l.', 'bar'],
    ['Bar S.p.A.', 'bar'],
    ['Baz, Lda.', 'baz'],
    ['Baz Ltda', 'baz'],
    ['Alpha SAS', 'alpha'],
    ['Beta B.V.', 'beta'],
    ['Gamma AB', 'gamma'],
    ['Delta A/S', 'delta'],
    ['The Muse', 'muse'],
    ["L'Oréal S.A.", 'loreal'],
    ['株式会社', '株式会社'],
    ['S.A.', 's a'],
    ['SA', 'sa'],
  ])('`%s` is `%s`', (name, normal) => expect(normalizeName(name)).toBe(normal));

  it('a name in its normal form stays as it is', () => {
    const words = fc.array(
      fc.constantFrom('Acme', 'S.L.', 'GmbH', '&', 'Co.', 'the', 'Clínica', 'SA', '-', 'd’Or'),
      { maxLength: 6 },
    );
    fc.assert(
      fc.property(words, (parts) => {
        const once = normalizeName(parts.join(' '));
        expect(normalizeName(once)).toBe(once);
      }),
    );
  });

  it('never throws and never empties a name that has a letter', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme' }),
        (text) => !/[a-z]/i.test(text) || normalizeName(text) !== '',
      ),
    );
  });
});
