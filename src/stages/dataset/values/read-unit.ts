import { currencyOf, currencySigns } from './currencies.ts';

/** What stands before or behind a number: a factor, a currency, both or neither. */
export interface Unit {
  /** Null when none is written. */
  readonly factor: number | null;
  /** Undefined when none is written; null when one is written that several countries share. */
  readonly currency: string | null | undefined;
  /** True for the word `mil`, which is thousand in Spanish and Portuguese and million in English slang. */
  readonly mil: boolean;
}

const factors: Readonly<Record<string, number>> = {
  ...worth(1e3, [
    'k',
    'th',
    'thsd',
    'thousand',
    'thousands',
    'mil',
    'miles',
    'mille',
    'mila',
    'milhar',
    'milhares',
  ]),
  ...worth(1e3, ['milliers', 'millier', 'tsd', 'tausend', 't']),
  ...worth(1e5, ['lakh', 'lakhs', 'lac']),
  ...worth(1e6, [
    'm',
    'mm',
    'mn',
    'mln',
    'mio',
    'mill',
    'million',
    'millions',
    'millon',
    'millones',
    'milione',
  ]),
  ...worth(1e6, ['milioni', 'milhao', 'milhoes', 'millionen', 'mi']),
  ...worth(1e7, ['crore', 'crores', 'cr']),
  ...worth(1e9, [
    'b',
    'bn',
    'bln',
    'billion',
    'billions',
    'mrd',
    'mld',
    'mds',
    'md',
    'milliarde',
    'milliarden',
  ]),
  ...worth(1e9, ['milliard', 'milliards', 'miliardo', 'miliardi', 'bilhao', 'bilhoes', 'bi']),
  ...worth(1e12, ['tn', 'trn', 'trillion', 'trillions', 'billones', 'billonen', 'bilioni', 'trilhoes']),
};

/** Words that change nothing; money without a period is money per year. */
const fillers = new Set(
  'de di d of in en em a al p pa par per por pro all year yearly yr annum annual anual ano an anno annee jahr'.split(
    ' ',
  ),
);
const joined = /^(k|m|mm|mn|mio|mln|bn|b|t)(eur|usd|gbp|chf|cad|aud|brl|mxn|sek|nok|dkk|euro|euros)$/;

const NONE: Unit = { factor: null, currency: undefined, mil: false };

/**
 * Reads the unit of an amount, lower case and without accents (`m€`, `mil euros`, `usd bn`, `k`). Null when a word
 * is none of a unit's. Thousand before million multiplies: `mil millones` is 1e9.
 */
export function readUnit(text: string, column: string | null): Unit | null {
  if (text === '') return NONE;
  let factor: number | null = null;
  let currency: string | null | undefined;
  let mil = false;
  for (const word of unitWords(text)) {
    if (Object.hasOwn(factors, word)) {
      if (factor !== null && factor !== 1e3) return null;
      factor = (factor ?? 1) * (factors[word] ?? 1);
      mil = word === 'mil' && factor === 1e3;
      continue;
    }
    const named = currencyOf(word, column);
    if (named === undefined || (currency !== undefined && currency !== named)) return null;
    currency = named;
  }
  const tons = factor === 1e3 && currency === undefined && /(?:^|\s)t(?:\s|$)/.test(text);
  return tons ? null : { factor, currency, mil };
}

function unitWords(text: string): readonly string[] {
  const apart = /^[a-z ]*$/.test(text) ? text : text.replace(currencySigns, ' $& ');
  return apart
    .split(/[\s.,/]+/)
    .flatMap((word) => joined.exec(word)?.slice(1) ?? [word])
    .filter((word) => word !== '' && !fillers.has(word));
}

function worth(factor: number, words: readonly string[]): Record<string, number> {
  return Object.fromEntries(words.map((word) => [word, factor]));
}
