import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldText } from './fold-text.ts';

describe('foldText', () => {
  it('makes case, accents, spaces, underscores and dashes alike', () => {
    const spellings = [
      'clínica dental',
      'Clinica_Dental',
      '  CLÍNICA \u00a0 DENTAL ',
      'clinica–dental',
      'clínica-dental',
    ];
    expect(new Set(spellings.map(foldText))).toEqual(new Set(['clinica dental']));
  });

  it('makes full-width letters and sharp s alike', () => {
    expect(foldText('ＨｕｂＳｐｏｔ')).toBe('hubspot');
    expect(foldText('Straße')).toBe(foldText('STRASSE'));
  });

  it('keeps vowel signs of other scripts, which tell words apart', () => {
    expect(foldText('कि')).not.toBe(foldText('का'));
  });

  it('folds nothing further the second time', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(foldText(foldText(text))).toBe(foldText(text));
      }),
    );
  });
});
