import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseBoolean } from './parse-boolean.ts';

describe('parseBoolean', () => {
  it.each([
    'yes',
    'Y',
    'TRUE',
    '1',
    'x',
    'on',
    'sí',
    'SI',
    'sì',
    'sim',
    'oui',
    'ja',
    'wahr',
    'vero',
    '✓',
    '✔',
  ])('`%s` is yes', (text) => {
    expect(parseBoolean(text)).toEqual({ kind: 'value', value: true });
  });

  it.each(['no', 'N', 'false', '0', 'off', 'não', 'non', 'nein', 'falsch', 'faux', '✗'])(
    '`%s` is no',
    (text) => {
      expect(parseBoolean(text)).toEqual({ kind: 'value', value: false });
    },
  );

  it.each(['', '-', 'Unknown', 'n/a'])('`%s` is blank', (text) => {
    expect(parseBoolean(text)).toEqual({ kind: 'blank' });
  });

  it.each(['maybe', '2', '-1', '1%', 'yes and no', 'Current'])('`%s` is a misfit', (text) => {
    expect(parseBoolean(text).kind).toBe('misfit');
  });

  it('never throws', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => parseBoolean(text).kind.length > 0));
  });
});
