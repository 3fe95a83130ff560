import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BestfitError } from '../src/base/errors/index.ts';
import { describeCondition, patternCondition, subjectOf } from '../src/base/expr/index.ts';
import {
  budgetWords,
  conditionWords,
  dateWords,
  errorWords,
  evidenceWords,
  listWords,
  messageWords,
  moneyWords,
  numberWords,
  plainCondition,
  subjectWords,
} from '../web/src/shared/words/index.ts';
import { condition as conditions } from './conditions-arbitraries.ts';
import { speechOf } from './web-speech.ts';

const english = await speechOf('en');
const spanish = await speechOf('es');

/** The command line writes ranges with a hyphen, `the last 1 year`, and large strengths and values ungrouped. */
const asTyped = (words: string) =>
  words
    .replaceAll('–', '-')
    .replace(/in the last 1 (\w+)/g, 'in the last $1')
    .replace(/(?<=\d),(?=\d{3})/g, '');

/** Nobody reads a seventh decimal, or figures of twenty digits. */
function isPlain(value: unknown): boolean {
  if (typeof value === 'number') return Math.abs(value) < 1e15 && Number(value.toFixed(6)) === value;
  return typeof value !== 'object' || value === null || Object.values(value).every(isPlain);
}

describe('a condition', () => {
  it('reads in English as the command line says it', () => {
    fc.assert(
      fc.property(conditions, (condition) => {
        fc.pre(isPlain(condition));
        expect(asTyped(conditionWords(english, condition))).toBe(asTyped(describeCondition(condition)));
        expect(subjectWords(english, condition).replaceAll(', ', ' and ')).toBe(
          subjectOf(condition).replaceAll(', ', ' and '),
        );
      }),
      { numRuns: 2000 },
    );
  });

  it('reads the same from a pattern', () => {
    fc.assert(
      fc.property(conditions, (condition) => {
        expect(plainCondition(patternCondition(condition))).toEqual(condition);
      }),
    );
  });

  it.each([
    [{ op: 'any', field: 'sector', values: ['a', 'b', 'o'] }, 'sector: a, b u o'],
    [{ op: 'none', field: 'titularidad', values: ['pública'] }, 'titularidad: excepto pública'],
    [{ op: 'window', field: 'empleados', low: 20, high: 120, currency: null }, 'empleados: 20–120'],
    [
      { op: 'window', field: 'facturación', low: 1e6, high: null, currency: 'EUR' },
      'facturación: 1.000.000 EUR o más',
    ],
    [
      { op: 'age', field: 'fundación', min: null, max: { count: 1, unit: 'years' } },
      'fundación: en el último año',
    ],
    [{ op: 'lacks', tool: { technology: null, category: 'agenda', firstSeenWithin: null } }, 'no usa agenda'],
    [
      {
        op: 'signal',
        signal: { kind: 'hired', about: 'ventas', within: { count: 6, unit: 'months' }, minStrength: null },
      },
      'ha contratado personal (ventas) en los últimos 6 meses',
    ],
    [{ op: 'any', field: 'country', values: ['ES', 'PT'] }, 'country: España o Portugal'],
  ] as const)('%j reads %s in Spanish', (condition, words) => {
    expect(conditionWords(spanish, condition)).toBe(words);
  });

  it('calls the countries of a region by its name, without the one that it lacks', () => {
    const western = ['AT', 'BE', 'CH', 'DE', 'FR', 'LI', 'LU', 'NL'];
    const condition = { op: 'any', field: 'country', values: [...western, 'US'] } as const;
    expect(conditionWords(spanish, condition)).toBe('country: Europa occidental sin Mónaco o Estados Unidos');
  });
});

describe('figures', () => {
  it('are written as the language writes them', () => {
    expect(numberWords('es', 2015)).toBe('2015');
    expect(numberWords('es', 12345.5)).toBe('12.345,5');
    expect(moneyWords('en', { amount: 12000, currency: 'EUR' })).toBe('€12,000');
    expect(moneyWords('en', { amount: 23_100_000, currency: null }, { short: true })).toBe('23.1 million');
    expect(dateWords('es', '2026-09-30')).toBe('30 sept 2026');
    expect(dateWords('en', 'not a day')).toBe('not a day');
    expect(listWords('en', ['a', 'b', 'c'])).toBe('a, b and c');
  });

  it('of a budget leave an open end open', () => {
    const budget = { min: 3000, max: null, currency: 'EUR', per: 'year' } as const;
    expect(budgetWords(english, budget)).toBe('€3,000 or more a year');
    expect(budgetWords(spanish, { ...budget, max: 15_000 })?.replaceAll('\u00a0', ' ')).toBe(
      'de 3.000 € a 15.000 € al año',
    );
  });

  it('of the evidence are counts, lift and verdict', () => {
    const evidence = {
      best: { n: 7, of: 8 },
      rest: { n: 4, of: 17 },
      lift: 2.13,
      interval: [1.2, 12.4],
      verdict: 'suggestive',
    } as const;
    expect(evidenceWords(english, evidence)).toEqual({
      counts: '7 of 8 best, 4 of 17 others',
      lift: '2.1 times (1.2 to 12)',
      verdict: 'suggestive, may be chance',
    });
  });
});

describe('a message', () => {
  it('has its plural, its parts and its lists in the language', () => {
    const say = (
      speech: typeof english,
      code: string,
      params: Parameters<typeof messageWords>[2]['params'],
    ) => messageWords(speech, 'lint:message', { code, params });
    expect(say(spanish, 'few-figures', { count: 1, needed: 3 })).toBe(
      'El comité nombra 1 figura de al menos 3.',
    );
    const parts = [
      { code: 'figures', params: { roles: ['usuario', 'compras'] } },
      { code: 'edge', params: {} },
    ];
    expect(say(spanish, 'still-open', { parts })).toBe(
      'Sin responder: motivación, enfoque o canal de usuario y compras y ventaja frente a la competencia.',
    );
    expect(say(english, 'field-not-counted', { field: 'sector', holds: 'category' })).toBe(
      '“sector” holds words, which are not counted: no account could match.',
    );
  });
});

describe('an error', () => {
  const words = (error: BestfitError, speech = spanish) =>
    errorWords(speech, {
      code: error.code,
      params: error.params,
      title: error.message,
      remedy: error.remedy,
    });

  it('is said in the language with what it holds', () => {
    const error = new BestfitError('input.duplicate-headers', { file: 'a.csv', headers: ['Name', 'Mail'] });
    expect(words(error).message).toBe('«a.csv» tiene más de una columna llamada Name y Mail.');
  });

  it('has a variant for what it does not hold', () => {
    const nearest = new BestfitError('field.missing', { field: 'emp', table: null, nearest: 'employees' });
    const none = new BestfitError('field.missing', { field: 'emp', table: null, nearest: null });
    expect(words(nearest).remedy).toContain('«employees»');
    expect(words(none).remedy).toBe('La página de datos muestra todos los campos de cada tabla.');
  });

  it('lists problems with their places, counted', () => {
    const problems = [
      { line: 3, path: 'fit', message: 'is no list.' },
      { line: null, path: 'tiers.A', message: 'is no number.' },
    ];
    expect(words(new BestfitError('profile.invalid', { problems }), english).message).toBe(
      'The profile has 2 problems: line 3: fit: is no list and tiers.A: is no number.',
    );
  });

  it('that no catalogue knows keeps the words of the server', () => {
    const refusal = { code: 'new.code', params: {}, title: 'As told', remedy: 'Do this' };
    expect(errorWords(english, refusal)).toEqual({ message: 'As told', remedy: 'Do this' });
  });
});
