import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { toldWords } from '../web/src/shared/words/index.ts';
import { toldSentences } from '../web/src/shared/words/told-sentences.ts';
import { speechOf } from './web-speech.ts';

const spanish = await speechOf('es');
const english = await speechOf('en');
const source = new URL('../src/', import.meta.url);
const code = readdirSync(source, { recursive: true, encoding: 'utf8' })
  .filter((file) => /^(stages|app|edges)\/.*\.ts$/.test(file) && !file.includes('.test.'))
  .map((file) => readFileSync(new URL(file, source), 'utf8'))
  .join('\n');

/** Put together from pieces where the product says them. */
const inPieces = new Set([
  'row-same-account',
  'row-same-customer',
  'row-same-deal',
  'row-same-person',
  'row-same-answer',
  'row-same-row',
  'row-same-key',
  'row-same-cells',
  'row-imported-before',
  'row-one-cell',
  'row-day-order',
  'row-month-order',
  'row-bad-year',
  'row-bad-month',
  'row-bad-day',
  'one-relation-repeats',
  'relations-repeat',
  'once-in-ten',
  'times-in-ten',
]);

describe('a sentence of the server', () => {
  it.each(Object.entries(toldSentences).filter(([key]) => !inPieces.has(key)))(
    '%s is one that the product says',
    (_, template) => {
      const fixed = template
        .split(/\{\w+\}/)
        .flatMap((part) => part.split('`'))
        .toSorted((one, other) => other.length - one.length)[0]!;
      expect(code.includes(fixed), fixed).toBe(true);
    },
  );

  it('of a row that was set aside is said with each of its reasons', () => {
    expect(toldWords(spanish, 'not a date; `Amount` too: the same deal as line 12')).toBe(
      'no es una fecha; también “Amount”: la misma oportunidad que la línea 12',
    );
    expect(toldWords(english, '3 cells where the table has 5')).toBe('3 cells where the table has 5');
  });

  it('is said in the language, with its figures and with what it holds', () => {
    expect(toldWords(spanish, '12 of 12000 records have no value and are in neither group.')).toBe(
      '12 de 12.000 registros no tienen valor y no están en ningún grupo.',
    );
    expect(
      toldWords(
        spanish,
        'With 20, take what follows as suggestions: a trait of 90% of one group against 20% of the other is supported 7 times in 10, one of 75% against 30% hardly ever.',
      ),
    ).toBe(
      'Con 20, lo que sigue son sugerencias: un rasgo del 90 % de un grupo frente al 20 % del otro se demuestra 7 veces de cada 10; uno del 75 % frente al 30 %, casi nunca.',
    );
  });

  it('that no catalogue knows stays as it is', () => {
    expect(toldWords(spanish, 'Something new.')).toBe('Something new.');
    expect(toldWords(english, 'its weight is 0')).toBe('its weight is 0');
  });
});
