import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isBlank } from './is-blank.ts';

describe('isBlank', () => {
  it.each([
    '',
    ' ',
    '\u00a0',
    '\t',
    '-',
    '--',
    '—',
    '.',
    '?',
    '...',
    'n/a',
    'N/A',
    'n.a.',
    '#N/A',
    'null',
    'NULL',
    'NaN',
    '(blank)',
    '[empty]',
    '--None--',
    '(none)',
    '#REF!',
    '\\N',
    'not available',
    'No data',
    'sin datos',

    'n.d.',
    's/d',
    'No disponible',
    'non disponibile',
    'não informado',
    'non renseigné',
    'keine Angabe',
    'k.A.',
    'Please select',
    '- Select one -',
  ])('`%s` is nothing in every column', (text) => {
    expect(isBlank(text, 'sure')).toBe(true);
    expect(isBlank(text, 'likely')).toBe(true);
  });

  it.each([
    'None',
    'NA',
    'Unknown',
    'Select',
    'ninguno',
    'desconocido',
    'sconosciuto',
    'aucun',
    'unbekannt',
    'TBD',
  ])('`%s` is nothing only where the column has no such value', (text) => {
    expect(isBlank(text, 'sure')).toBe(false);
    expect(isBlank(text, 'likely')).toBe(true);
  });

  it.each([
    '0',
    'No',
    'Nancy',
    'Nassau',
    '+',
    '✓',
    'Namibia',
    'no',
    'offen',
    'x',
    '1',
    'Null Island',
    '株式会社',
  ])('`%s` is something', (text) => expect(isBlank(text, 'likely')).toBe(false));

  it('is surely blank only where it is likely blank, for any text', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme' }),
        (text) => !isBlank(text, 'sure') || isBlank(text, 'likely'),
      ),
    );
  });
});
